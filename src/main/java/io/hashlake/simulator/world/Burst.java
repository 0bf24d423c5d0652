package io.hashlake.simulator.world;

import java.time.Duration;

/**
 * A time in which more is written than usual.
 *
 * @param after how long after the simulator's start it begins; not negative
 * @param length up to a day
 * @param factor how many times as many posts as usual, 1 to 1,000
 */
public record Burst(Duration after, Duration length, double factor) {

    public Burst {
        Require.that(!after.isNegative(), "start of a burst", after);
        Require.that(!length.isNegative() && length.toDays() <= 1, "length of a burst", length);
        Require.that(factor >= 1 && factor <= 1000, "factor of a burst", factor);
    }
}
