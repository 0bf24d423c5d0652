package io.hashlake.core;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Exponential back-off: the delay doubles after each failure in a row, up to a limit, less a random share of up to a
 * quarter, so that clients that failed together do not retry together. Not thread-safe.
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

    /** Returns the delay after one more failure. */
    public Duration next() {
        Duration full = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        Duration bounded = full.compareTo(most) < 0 ? full : most;
        return bounded.minusMillis(ThreadLocalRandom.current().nextLong(bounded.toMillis() / 4 + 1));
    }

    /** Resets the delay after a success. */
    public void reset() {
        failures = 0;
    }
}
