package io.hashlake.pipeline.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Tells when leases may have ended, by this process's clocks alone. The time of day counts too: on Linux the other clock stands
 * still while a machine is suspended.
 */
final class LeaseTerm {

    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration length;
    private volatile Start start;

    /** Before the request that renewed them was sent, and so earlier than the database counts. */
    record Start(long nanos, Instant at) {}

    LeaseTerm(Clock clock, LongSupplier nanos, Duration length) {
        this.clock = clock;
        this.nanos = nanos;
        this.length = length;
    }

    Duration length() {
        return length;
    }

    Start now() {
        return new Start(nanos.getAsLong(), clock.instant());
    }

    void renewed(Start since) {
        start = since;
    }

    boolean isOver() {
        Start last = start;
        return last == null || isLater(last, length);
    }

    private boolean isLater(Start last, Duration time) {
        Start now = now();
        return now.nanos() - last.nanos() >= time.toNanos()
                || Duration.between(last.at(), now.at()).compareTo(time) >= 0;
    }
}
