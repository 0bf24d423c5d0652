package io.hashlake.bench;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a snapshot for the dashboard asks about some hashtags and a period up to the present. */
record BenchQuestions(Analytics analytics, Clock clock, List<String> hashtags, Period period) {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Duration PACE = Duration.ofMinutes(5);
    private static final Duration MINUTES = Duration.ofMinutes(29);

    /** As the dashboard has them. */
    enum Period {
        HOUR(Interval.MINUTE, ChronoUnit.MINUTES, 60),
        DAY(Interval.HOUR, ChronoUnit.HOURS, 24),
        WEEK(Interval.HOUR, ChronoUnit.HOURS, 168),
        MONTH(Interval.DAY, ChronoUnit.DAYS, 30);

        private final Interval interval;
        private final ChronoUnit unit;
        private final int steps;

        Period(Interval interval, ChronoUnit unit, int steps) {
            this.interval = interval;
            this.unit = unit;
            this.steps = steps;
        }
    }

    interface Timed {
        void add(String kind, long nanos);
    }

    void askAll(Timed timed) {
        Instant now = clock.instant();
        Selection selection = selection(now);
        Selection everything = new Selection(List.of(), selection.from(), selection.to());
        Selection latest = new Selection(hashtags, now.minus(PACE), now);
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Selection minutes = new Selection(hashtags, minute.minus(MINUTES), minute.plusSeconds(60));
        ask("all hashtags", timed, () -> analytics.hashtagCounts(everything, 16));
        ask("overview", timed, () -> analytics.overview(selection, 10));
        ask("last minutes", timed, () -> analytics.totals(latest));
        ask("minutes", timed, () -> analytics.seriesCounts(minutes, Interval.MINUTE, ZONE));
        ask("series", timed, () -> analytics.seriesCounts(selection, period.interval, ZONE));
        if (!hashtags.isEmpty()) {
            ask("hashtags", timed, () -> analytics.hashtagCounts(selection, 16));
            ask("co-occurring", timed, () -> analytics.coOccurring(selection, 8));
        }
        ask("top posts", timed, () -> analytics.topPosts(selection, 6));
        ask("languages", timed, () -> analytics.languageCounts(selection, 8));
    }

    /** Whole steps up to and with the one that runs. */
    private Selection selection(Instant now) {
        ZonedDateTime step = now.atZone(ZONE).truncatedTo(period.unit);
        return new Selection(
                hashtags,
                step.minus(period.steps - 1, period.unit).toInstant(),
                step.plus(1, period.unit).toInstant());
    }

    private static void ask(String kind, Timed timed, Question question) {
        long start = System.nanoTime();
        try {
            question.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        timed.add(kind, System.nanoTime() - start);
    }

    private interface Question {
        void ask() throws IOException;
    }
}
