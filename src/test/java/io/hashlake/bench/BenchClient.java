package io.hashlake.bench;

import io.hashlake.warehouse.analytics.Analytics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Somebody in front of the dashboard. */
record BenchClient(Analytics analytics, Clock clock, Random random, Latencies latencies) {

    private static final Duration UPDATE = Duration.ofSeconds(2);
    private static final int LOOKS = 15;

    void runUntil(Instant until) {
        LockSupport.parkNanos(random.nextLong(UPDATE.toNanos()));
        while (Instant.now().isBefore(until)) {
            BenchQuestions questions = new BenchQuestions(analytics, clock, hashtags(), period());
            int looks = 1 + random.nextInt(2 * LOOKS);
            for (int i = 0; i < looks && Instant.now().isBefore(until); i++) {
                long start = System.nanoTime();
                questions.askAll((kind, nanos) -> {
                    latencies.add(kind, nanos);
                    latencies.add("~ all", nanos);
                });
                LockSupport.parkNanos(UPDATE.toNanos() - (System.nanoTime() - start));
            }
        }
    }

    /** All posts a third of the time, else the n-th hashtag in proportion to 1/n. */
    private List<String> hashtags() {
        if (random.nextInt(3) == 0) {
            return List.of();
        }
        return List.of("tag" + (int) Math.pow(BenchPosts.HASHTAGS, random.nextDouble()));
    }

    private BenchQuestions.Period period() {
        BenchQuestions.Period[] periods = BenchQuestions.Period.values();
        return periods[random.nextInt(periods.length)];
    }
}
