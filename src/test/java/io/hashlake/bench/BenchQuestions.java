package io.hashlake.bench;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.PostFilter;
import io.hashlake.warehouse.analytics.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the dashboard asks about some hashtags and a period up to the present. */
record BenchQuestions(Analytics analytics, Clock clock, List<String> hashtags, Period period) {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    enum Period {
        HOUR(Duration.ofHours(1), Interval.MINUTE),
        DAY(Duration.ofDays(1), Interval.HOUR),
        WEEK(Duration.ofDays(7), Interval.HOUR),
        ALL(Duration.ofDays(31), Interval.DAY);

        private final Duration length;
        private final Interval interval;

        Period(Duration length, Interval interval) {
            this.length = length;
            this.interval = interval;
        }
    }

    interface Timed {
        void add(String kind, long nanos);
    }

    void askAll(Timed timed) {
        Instant now = clock.instant();
        Selection selection = new Selection(hashtags, now.minus(period.length), now);
        PostFilter filter = new PostFilter(hashtags, null, null, null, null, selection.from(), selection.to(), null);
        ask("totals", timed, () -> analytics.totals(selection));
        ask("series", timed, () -> analytics.series(selection, period.interval, ZONE));
        ask("hashtags", timed, () -> analytics.hashtags(selection, 10));
        ask("co-occurring", timed, () -> analytics.coOccurring(selection, 10));
        ask("languages", timed, () -> analytics.languages(selection, 10));
        ask("authors", timed, () -> analytics.authors(selection, 10));
        ask("top posts", timed, () -> analytics.topPosts(selection, 10));
        ask("newest posts", timed, () -> analytics.posts(filter, 20));
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
