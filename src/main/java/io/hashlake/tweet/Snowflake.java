package io.hashlake.tweet;

import java.time.Instant;

/** The time that X writes into its ids: milliseconds since its own epoch, shifted left by 22 bits. */
public final class Snowflake {

    /** 2010-11-04T01:42:54.657Z, the epoch of X's ids in milliseconds. */
    private static final long EPOCH_MILLIS = 1_288_834_974_657L;

    private static final int SHIFT = 22;

    /**
     * Largest id without a time: until 2010-11-04 ids were counted up, to some 30 billion; the first that carry a time
     * are far above.
     */
    private static final long MAX_COUNTED = 1L << 40;

    private Snowflake() {}

    /** Returns whether the id carries a time. */
    public static boolean isOne(long id) {
        return id > MAX_COUNTED;
    }

    /** Returns when the id was issued, to the millisecond. */
    public static Instant time(long id) {
        return Instant.ofEpochMilli((id >> SHIFT) + EPOCH_MILLIS);
    }

    /** The smallest id that could be given out at this time; 1 for a time before the epoch. */
    public static long firstAt(Instant time) {
        return Math.max(1, (time.toEpochMilli() - EPOCH_MILLIS) << SHIFT);
    }
}
