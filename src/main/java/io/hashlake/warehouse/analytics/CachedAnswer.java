package io.hashlake.warehouse.analytics;

import java.time.Duration;
import java.time.Instant;

/**
 * A kept answer.
 *
 * @param askedAt of which moment it tells
 * @param took how long it took to find
 */
public record CachedAnswer(Object value, Instant askedAt, Duration took) {

    /**
     * Factor by which a costly result is kept longer, so that repeating its query takes a tenth of the database's time
     * at most.
     */
    private static final int COST_FACTOR = 10;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Multiple of its lifetime for which an expired result may still be served. */
    private static final int GRACE = 2;

    public boolean isFresh(Instant now, Duration fresh) {
        return age(now).compareTo(life(fresh)) <= 0;
    }

    /** Returns whether the entry may still be served while a new one is fetched. */
    public boolean isBearable(Instant now, Duration fresh) {
        Duration life = life(fresh);
        return age(now).compareTo(life.plus(shorter(life.multipliedBy(GRACE), LONGEST))) <= 0;
    }

    private Duration age(Instant now) {
        return Duration.between(askedAt, now);
    }

    private Duration life(Duration fresh) {
        Duration earned = shorter(took.multipliedBy(COST_FACTOR), LONGEST);
        return earned.compareTo(fresh) > 0 ? earned : fresh;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
