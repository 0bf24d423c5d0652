package io.hashlake.warehouse.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A period as part of a query that is repeated: one that reaches the present moves on with it.
 *
 * @param from null where it moves with the present
 * @param length of a period that moves with the present, in whole seconds; else null
 * @param to null for the present
 */
public record Window(Instant from, Duration length, Instant to) {

    /** Tolerance for the clocks and rounding of clients. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(2);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(1);

    /** A period whose beginning is no whole minute is taken for one that moves. */
    public static Window of(Instant from, Instant to, Instant now) {
        if (to == null || Duration.between(to, now).abs().compareTo(SLACK) > 0) {
            return new Window(from, null, to);
        }
        if (from == null || from.equals(from.truncatedTo(ChronoUnit.MINUTES))) {
            return new Window(from, null, null);
        }
        Duration length = Duration.between(from, to);
        return new Window(null, length.truncatedTo(ChronoUnit.SECONDS), null);
    }

    /** Returns how long a result about a period may be cached: the longer ago it ended, the less changes. */
    public static Duration life(Instant to, Instant now) {
        Duration life = to == null ? Duration.ZERO : Duration.between(to, now).dividedBy(10);
        if (life.compareTo(SHORTEST_LIFE) < 0) {
            return SHORTEST_LIFE;
        }
        return life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
    }
}
