package io.hashlake.api;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.CoOccurrence;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.HashtagTotals;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.LanguageTotals;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.PostView;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.SeriesPoint;
import io.hashlake.warehouse.analytics.SourceView;
import io.hashlake.warehouse.analytics.Totals;
import io.hashlake.warehouse.analytics.UserTotals;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Posts 1 to {@link #POSTS}, each written so many seconds after {@link #START} and each by an account of its own. */
final class FakeAnalytics implements Analytics {

    static final long POSTS = 2500;
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Totals TOTALS = new Totals(10, 5, 1000, 50, 1, 2, 3, 0.25);

    @Override
    public Totals totals(Selection selection) {
        return TOTALS;
    }

    @Override
    public List<HashtagTotals> hashtags(Selection selection, int limit) {
        return List.of(new HashtagTotals("saúde", "Saúde", TOTALS));
    }

    @Override
    public List<SeriesPoint> series(Selection selection, Interval interval, ZoneId zone) {
        return List.of(new SeriesPoint("saúde", START, TOTALS));
    }

    @Override
    public List<LanguageTotals> languages(Selection selection, int limit) {
        return List.of(new LanguageTotals(null, TOTALS));
    }

    @Override
    public List<AuthorTotals> authors(Selection selection, int limit) {
        return List.of(new AuthorTotals(1, null, null, null, null, 2, 3, null));
    }

    @Override
    public List<CoOccurrence> coOccurring(Selection selection, int limit) {
        return List.of();
    }

    @Override
    public List<PostView> topPosts(Selection selection, int limit) {
        return List.of(post(1));
    }

    @Override
    public List<PostView> posts(PostFilter filter, int limit) {
        long newest = filter.before() == null ? POSTS : filter.before().id() - 1;
        return LongStream.iterate(newest, id -> id > 0, id -> id - 1)
                .limit(limit)
                .mapToObj(FakeAnalytics::post)
                .toList();
    }

    @Override
    public List<PostView> versions(long id) {
        return id > POSTS ? List.of() : List.of(post(id), post(id + 1));
    }

    @Override
    public List<UserTotals> users(Instant from, Instant to, Optional<UserTotals> after, int limit) {
        long first = after.map(last -> last.userId() + 1).orElse(1L);
        return LongStream.range(first, Math.max(first, Math.min(POSTS, first + limit)))
                .mapToObj(id -> new UserTotals(id, "u" + id, null, null, null, 1, START, START))
                .toList();
    }

    @Override
    public Optional<Instant> begun(List<String> hashtags) {
        return Optional.of(START);
    }

    @Override
    public List<GapView> gaps(Instant from, Instant to, int limit) {
        return List.of(
                new GapView(1, "climate", START, START.plusSeconds(60), "outage", "open", START, null, null, null));
    }

    @Override
    public List<SourceView> sources() {
        return List.of(
                new SourceView("climate", "1", START, 3, START, 1, "process 7 on host a", true),
                new SourceView("x", null, null, 0, null, 0, null, true));
    }

    private static PostView post(long id) {
        return new PostView(
                id,
                START.plusSeconds(id),
                id,
                "someone",
                "=Name",
                true,
                "-1+1 \"quoted\", and\na line",
                "pt",
                List.of("saúde", "climate"),
                1L,
                null,
                2L,
                3L,
                null,
                -0.5,
                "negative",
                null,
                START.plusSeconds(id + 1),
                Map.of("paidPartnership", true));
    }
}
