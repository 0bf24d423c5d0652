package io.hashlake.simulator.world;

import io.hashlake.simulator.world.SeededRandom.Purpose;
import io.hashlake.tweet.Metrics;
import java.time.Duration;
import java.time.Instant;

/** Engagement with posts: few get a lot, most hardly any, and always more with time. */
final class Popularity {

    private static final double HALF_OF_IT_AFTER = Duration.ofMinutes(40).toMillis();
    private static final double MOST = 50_000_000;

    private final long seed;

    Popularity(long seed) {
        this.seed = seed;
    }

    Metrics metrics(Plan plan, Instant createdAt, Instant at) {
        SeededRandom draws = SeededRandom.of(seed, plan.number(), Purpose.POPULARITY);
        double age = Math.max(0, Duration.between(createdAt, at).toMillis());
        double audience = 100 + 200_000.0 / (plan.author() + 5);
        double seen = Math.min(MOST, audience / (draws.unit() + 0.001)) * age / (age + HALF_OF_IT_AFTER);
        double liked = seen * draws.unit() * 0.05;
        return new Metrics(
                (long) (liked * draws.unit() * 0.5),
                (long) (liked * draws.unit() * 0.3),
                (long) liked,
                (long) (liked * draws.unit() * 0.1),
                (long) (liked * draws.unit() * 0.2),
                (long) seen);
    }
}
