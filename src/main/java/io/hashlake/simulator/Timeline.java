package io.hashlake.simulator;

import io.hashlake.simulator.Draws.Purpose;
import io.hashlake.tweet.Snowflake;
import java.time.Instant;

/**
 * When posts are written. Posts are numbered from the epoch of X's ids, one per equal slot of time; where in its slot a post
 * lies is drawn. So id, time and number follow from each other, whenever the simulator was started.
 *
 * @param spacing length of a slot in the unit of ids, 2^-22 milliseconds
 * @param first number of the first post there is
 * @param end number after the last post there will be
 */
record Timeline(long seed, long spacing, long first, long end) {

    private static final long IDS_PER_SECOND = 1000L << 22;

    /** A slot's last tenth stays empty, so that ids strictly increase. */
    private static final double FILLED = 0.9;

    static Timeline of(WorldSettings settings, Instant start) {
        long spacing = Math.round(IDS_PER_SECOND / settings.postsPerSecond());
        long first = Snowflake.firstAt(start.minus(settings.history())) / spacing + 1;
        long end = settings.limit() == 0 ? Long.MAX_VALUE : first + settings.limit();
        return new Timeline(settings.seed(), spacing, first, end);
    }

    long id(long number) {
        double place = Draws.of(seed, number, Purpose.JITTER).unit();
        return number * spacing + (long) (place * FILLED * spacing);
    }

    /** The post with this id, if it is one's. */
    long number(long id) {
        return id / spacing;
    }

    Instant createdAt(long number) {
        return Snowflake.time(id(number));
    }

    /** Number of the first post whose id is not below this one; at least {@link #first} and at most {@link #end}. */
    long firstFrom(long id) {
        long number = number(id);
        return Math.max(first, Math.min(end, id(number) >= id ? number : number + 1));
    }
}
