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

    /** So that a dear question, asked again and again, takes a tenth of the database's time at most. */
    private static final int COST_FACTOR = 10;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** For how many of its lives an answer may be given once its own is over. */
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
