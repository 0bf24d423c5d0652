package io.hashlake.warehouse.analytics.cache;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.AuthorTotals;
import io.hashlake.warehouse.analytics.CoOccurrence;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.HashtagCounts;
import io.hashlake.warehouse.analytics.HashtagTotals;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.LanguageCounts;
import io.hashlake.warehouse.analytics.LanguageTotals;
import io.hashlake.warehouse.analytics.Overview;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.PostView;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.SeriesCounts;
import io.hashlake.warehouse.analytics.SeriesPoint;
import io.hashlake.warehouse.analytics.SourceView;
import io.hashlake.warehouse.analytics.Totals;
import io.hashlake.warehouse.analytics.UserTotals;
import io.hashlake.warehouse.analytics.Window;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Asks the same question once for all who ask it at about the same time. An answer about a period that reaches the present
 * is good for two seconds, one that took long for ten times as long as it took, and one about a period that has ended for a
 * tenth of the time that has passed since; a minute at most. For twice as long again, a minute at most, it is still given
 * while a new one is fetched.
 *
 * <p>Periods up to the present, give or take five seconds, are one question, and the answer is about the moment at which it was
 * fetched: those that begin at the same whole minute, or else those of the same length in seconds.
 *
 * <p>Versions of a post are not kept. Errors are not either. Safe for use by several threads.
 */
public final class CachedAnalytics implements Analytics {

    /** Some tens of megabytes if all were posts. */
    private static final int MAX_ROWS = 50_000;

    private final Analytics behind;
    private final Clock clock;
    private final AnswerCache cache;

    /** @param background fetches new answers while old ones are still given; two threads are enough */
    public CachedAnalytics(Analytics behind, Clock clock, Executor background) {
        this.behind = Objects.requireNonNull(behind, "behind");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.cache = new AnswerCache(MAX_ROWS, clock, Objects.requireNonNull(background, "background"));
    }

    @Override
    public Totals totals(Selection selection) throws IOException {
        return get(selection, () -> behind.totals(selection), "totals");
    }

    @Override
    public List<HashtagTotals> hashtags(Selection selection, int limit) throws IOException {
        return get(selection, () -> behind.hashtags(selection, limit), "hashtags", limit);
    }

    @Override
    public List<SeriesPoint> series(Selection selection, Interval interval, ZoneId zone) throws IOException {
        return get(selection, () -> behind.series(selection, interval, zone), "series", interval, zone);
    }

    @Override
    public List<LanguageTotals> languages(Selection selection, int limit) throws IOException {
        return get(selection, () -> behind.languages(selection, limit), "languages", limit);
    }

    @Override
    public List<AuthorTotals> authors(Selection selection, int limit) throws IOException {
        return get(selection, () -> behind.authors(selection, limit), "authors", limit);
    }

    @Override
    public Overview overview(Selection selection, int authors) throws IOException {
        return get(selection, () -> behind.overview(selection, authors), "overview", authors);
    }

    @Override
    public List<HashtagCounts> hashtagCounts(Selection selection, int limit) throws IOException {
        return get(selection, () -> behind.hashtagCounts(selection, limit), "hashtagCounts", limit);
    }

    @Override
    public List<SeriesCounts> seriesCounts(Selection selection, Interval interval, ZoneId zone) throws IOException {
        return get(selection, () -> behind.seriesCounts(selection, interval, zone), "seriesCounts", interval, zone);
    }

    @Override
    public List<LanguageCounts> languageCounts(Selection selection, int limit) throws IOException {
        return get(selection, () -> behind.languageCounts(selection, limit), "languageCounts", limit);
    }

    @Override
    public List<CoOccurrence> coOccurring(Selection selection, int limit) throws IOException {
        return get(selection, () -> behind.coOccurring(selection, limit), "coOccurring", limit);
    }

    @Override
    public List<PostView> topPosts(Selection selection, int limit) throws IOException {
        return get(selection, () -> behind.topPosts(selection, limit), "topPosts", limit);
    }

    @Override
    public List<PostView> posts(PostFilter filter, int limit) throws IOException {
        PostFilter timeless = new PostFilter(
                filter.hashtags(),
                filter.text(),
                filter.phrase(),
                filter.author(),
                filter.language(),
                filter.sentiment(),
                filter.network(),
                null,
                null,
                filter.before());
        return get(filter.from(), filter.to(), () -> behind.posts(filter, limit), "posts", timeless, limit);
    }

    @Override
    public List<PostView> versions(long id) throws IOException {
        return behind.versions(id);
    }

    @Override
    public List<UserTotals> users(Instant from, Instant to, Optional<UserTotals> after, int limit) throws IOException {
        return get(from, to, () -> behind.users(from, to, after, limit), "users", after, limit);
    }

    @Override
    public Optional<Instant> begun(List<String> hashtags) throws IOException {
        return get(null, null, () -> behind.begun(hashtags), "begun", hashtags);
    }

    @Override
    public List<GapView> gaps(Instant from, Instant to, int limit) throws IOException {
        return get(from, to, () -> behind.gaps(from, to, limit), "gaps", limit);
    }

    @Override
    public List<SourceView> sources() throws IOException {
        return get(null, null, behind::sources, "sources");
    }

    private <T> T get(Selection selection, AnswerCache.Loader<T> source, Object... question) throws IOException {
        return get(selection.from(), selection.to(), source, selection.hashtags(), Arrays.asList(question));
    }

    private <T> T get(Instant from, Instant to, AnswerCache.Loader<T> source, Object... question) throws IOException {
        Instant now = clock.instant();
        List<Object> key = List.of(Window.of(from, to, now), Arrays.asList(question));
        return cache.get(key, Window.life(to, now), source);
    }
}
