package io.hashlake.core;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before trying again: twice as long after each failure in a row, up to a limit. A random quarter is taken
 * off, so that many who failed together do not come back together. For one thread.
 */
public final class Backoff {

    private static final int MAX_DOUBLINGS = 20;

    private final Duration first;
    private final Duration most;
    private int failures;

    public Backoff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
    }

    /** The wait after one more failure. */
    public Duration next() {
        Duration full = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        Duration bounded = full.compareTo(most) < 0 ? full : most;
        return bounded.minusMillis(ThreadLocalRandom.current().nextLong(bounded.toMillis() / 4 + 1));
    }

    /** After a success. */
    public void reset() {
        failures = 0;
    }
}
