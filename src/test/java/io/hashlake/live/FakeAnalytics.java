package io.hashlake.live;

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
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A warehouse of posts that nobody wrote: so many a second, always the same for the same moment. */
class FakeAnalytics implements Analytics {

    private static final List<String> HASHTAGS = List.of(
            "climate",
            "covid19",
            "saúde",
            "vacina",
            "energia",
            "amazônia",
            "cop30",
            "sus",
            "clima",
            "heatwave",
            "research",
            "política");
    private static final Duration HISTORY = Duration.ofDays(40);

    final AtomicInteger questions = new AtomicInteger();
    volatile boolean isDown;
    private final Clock clock;
    private final Instant began;

    FakeAnalytics(Clock clock) {
        this.clock = clock;
        this.began = clock.instant().minus(HISTORY);
    }

    private void ask() throws IOException {
        questions.incrementAndGet();
        if (isDown) {
            throw new IOException("the warehouse cannot be reached");
        }
    }

    @Override
    public Totals totals(Selection selection) throws IOException {
        ask();
        return totals(selection.hashtags(), selection.from(), selection.to());
    }

    private Totals totals(List<String> hashtags, Instant from, Instant to) {
        double share = hashtags.isEmpty()
                ? 1
                : hashtags.stream().mapToDouble(FakeAnalytics::share).sum();
        return totals(Math.round(posts(from, to) * share), hashtags.hashCode() + from.getEpochSecond() / 60);
    }

    private static Totals totals(long posts, long seed) {
        double drift = Math.sin(seed / 7.0) * 0.08;
        long negative = Math.round(posts * (0.24 + drift));
        long neutral = Math.round(posts * 0.38);
        long positive = Math.round(posts * (0.30 - drift));
        return new Totals(
                posts,
                posts * 6 / 10,
                posts * 1_843,
                posts * 31,
                negative,
                neutral,
                positive,
                posts == 0 ? null : 0.07 - drift);
    }

    private static double share(String hashtag) {
        int place = HASHTAGS.indexOf(hashtag);
        return place < 0 ? 0 : 0.34 / (1 + place * 0.55);
    }

    /** The integral of a rate that swings with the time of day and with a few minutes. */
    private double posts(Instant from, Instant to) {
        Instant start = from.isBefore(began) ? began : from;
        Instant end = to.isAfter(clock.instant()) ? clock.instant() : to;
        return start.isBefore(end) ? until(end) - until(start) : 0;
    }

    private static double until(Instant moment) {
        double t = moment.toEpochMilli() / 1000.0;
        return 1.4 * t
                - 0.6 * 13_751 * Math.cos(t / 13_751)
                - 0.35 * 97 * Math.cos(t / 97)
                - 0.2 * 23 * Math.cos(t / 23);
    }

    @Override
    public List<HashtagTotals> hashtags(Selection selection, int limit) throws IOException {
        ask();
        return (selection.hashtags().isEmpty() ? HASHTAGS : selection.hashtags())
                .stream()
                        .limit(limit)
                        .map(hashtag -> new HashtagTotals(
                                hashtag, hashtag, totals(List.of(hashtag), selection.from(), selection.to())))
                        .filter(hashtag -> hashtag.totals().posts() > 0)
                        .toList();
    }

    @Override
    public List<SeriesPoint> series(Selection selection, Interval interval, ZoneId zone) throws IOException {
        ask();
        Duration step = Duration.of(
                1,
                switch (interval) {
                    case MINUTE -> java.time.temporal.ChronoUnit.MINUTES;
                    case HOUR -> java.time.temporal.ChronoUnit.HOURS;
                    case DAY -> java.time.temporal.ChronoUnit.DAYS;
                });
        List<SeriesPoint> points = new ArrayList<>();
        for (Instant start = selection.from(); start.isBefore(selection.to()); start = start.plus(step)) {
            for (String hashtag : selection.hashtags()) {
                points.add(new SeriesPoint(hashtag, start, totals(List.of(hashtag), start, start.plus(step))));
            }
            if (selection.hashtags().isEmpty()) {
                points.add(new SeriesPoint(null, start, totals(List.of(), start, start.plus(step))));
            }
        }
        return points;
    }

    @Override
    public List<LanguageTotals> languages(Selection selection, int limit) throws IOException {
        ask();
        long posts =
                totals(selection.hashtags(), selection.from(), selection.to()).posts();
        return Stream.of("pt", "en", "es", "fr", "de", "ja", null)
                .map(language -> new LanguageTotals(
                        language, totals(posts / (2 + (language == null ? 90 : language.hashCode() % 7 * 3)), 1)))
                .sorted((a, b) -> Long.compare(b.totals().posts(), a.totals().posts()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<AuthorTotals> authors(Selection selection, int limit) throws IOException {
        ask();
        long posts =
                totals(selection.hashtags(), selection.from(), selection.to()).posts();
        return IntStream.range(0, limit)
                .mapToObj(i -> new AuthorTotals(
                        9_007_199_254_740_993L + i,
                        "account_" + i,
                        i == 2 ? "<b>Bold</b> & co." : "Account " + (char) ('A' + i),
                        i % 3 == 0,
                        (long) (40_000 / (i + 1)),
                        posts / (60 + 9 * i),
                        posts * 3 / (i + 2),
                        i == 4 ? null : 0.4 - i * 0.11))
                .toList();
    }

    @Override
    public List<CoOccurrence> coOccurring(Selection selection, int limit) throws IOException {
        ask();
        long posts =
                totals(selection.hashtags(), selection.from(), selection.to()).posts();
        return HASHTAGS.stream()
                .filter(hashtag -> !selection.hashtags().contains(hashtag))
                .limit(limit)
                .map(hashtag -> new CoOccurrence(hashtag, hashtag, Math.round(posts * share(hashtag) / 3)))
                .toList();
    }

    @Override
    public List<PostView> topPosts(Selection selection, int limit) throws IOException {
        ask();
        return IntStream.range(0, limit).mapToObj(i -> post(i, selection)).toList();
    }

    /** Among others texts that would be markup, and escapes as X delivers them. */
    private static String text(int i, Selection selection) {
        return switch (i) {
            case 1 ->
                "<img src=x onerror=\"document.title='broken'\"> <script>document.title='broken'</script> is only text";
            case 2 -> "Compared &lt;last year&gt; with R&amp;D, written &amp;lt;b&amp;gt; &quot;so&quot;";
            default ->
                "A post about " + (selection.hashtags().isEmpty() ? "everything" : selection.hashtags())
                        + " that is long enough to need two lines on most screens, because people do write a lot when a"
                        + " topic moves them. #climate";
        };
    }

    private PostView post(int i, Selection selection) {
        return new PostView(
                1_900_000_000_000_000_001L + i,
                clock.instant()
                        .minus(Duration.ofMinutes(3 + 4L * i))
                        .truncatedTo(java.time.temporal.ChronoUnit.MINUTES),
                42 + i,
                "account_" + i,
                "Account " + (char) ('A' + i),
                i % 3 == 0,
                text(i, selection),
                i % 2 == 0 ? "en" : "pt",
                List.of("climate"),
                (long) 800 / (i + 1),
                (long) 90 / (i + 1),
                (long) 4_100 / (i + 1),
                i == 3 ? null : 12L,
                null,
                0.3,
                i == 5 ? null : List.of("positive", "neutral", "negative").get(i % 3),
                null,
                clock.instant(),
                Map.of());
    }

    @Override
    public Optional<Instant> begun(List<String> hashtags) throws IOException {
        ask();
        return Optional.of(began);
    }

    @Override
    public List<GapView> gaps(Instant from, Instant to, int limit) throws IOException {
        ask();
        Instant then = began.plus(HISTORY).minus(Duration.ofHours(5));
        return Stream.of(
                        new GapView(
                                7,
                                "climate",
                                then,
                                then.plusSeconds(420),
                                "the stream was disconnected",
                                "open",
                                then,
                                null,
                                null,
                                null),
                        new GapView(
                                6,
                                "saúde",
                                then.minusSeconds(9_000),
                                then.minusSeconds(7_000),
                                "an outage longer than the look-back",
                                "closed",
                                then,
                                then,
                                311L,
                                null))
                .filter(gap -> gap.from().isBefore(to) && gap.to().isAfter(from))
                .toList();
    }

    @Override
    public List<SourceView> sources() throws IOException {
        ask();
        Instant now = clock.instant();
        return List.of(
                new SourceView("climate", "1900", now.minusSeconds(3), 812_340, now.minusSeconds(3), 1, null, true),
                new SourceView("covid19", "1901", now.minusSeconds(8), 401_222, now.minusSeconds(5), 0, null, true),
                new SourceView("saúde", "1902", now.minusSeconds(160), 220_019, now.minusSeconds(160), 0, null, true));
    }

    @Override
    public List<PostView> posts(PostFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PostView> versions(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<UserTotals> users(Instant from, Instant to, Optional<UserTotals> after, int limit) {
        throw new UnsupportedOperationException();
    }
}
