package io.hashlake.x.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides which intervals of one source are to be declared as gaps. It is told what happens, in its order, and asked what may
 * be missing whenever a connection stands and a batch is about to be handed over.
 */
final class Coverage {

    /** An interval in which posts may be missing, and why. */
    record Missing(Instant from, Instant to, String reason) {}

    private final Duration lateness;
    private final Instant first;
    private Instant declaredUntil;
    private Instant received;
    private Instant coveredFrom;
    private String reason;

    private Coverage(Instant first, Instant received, Instant now, String reason, Duration lateness) {
        this.first = first;
        this.declaredUntil = first;
        this.received = received;
        this.coveredFrom = now;
        this.reason = reason;
        this.lateness = lateness;
    }

    /** A source that is followed for the first time: nothing was to be received before. */
    static Coverage beginningAt(Instant now, Duration lateness) {
        return new Coverage(now, now, now, null, lateness);
    }

    /**
     * A source that is followed again.
     *
     * @param received everything up to then was handed over
     * @param reason why there may be more that was not
     */
    static Coverage resuming(Instant received, Instant now, String reason, Duration lateness) {
        return new Coverage(Instant.MIN, received, now, reason, lateness);
    }

    /** The same source, which is followed again; what is declared already is not declared once more. */
    Coverage resuming(Instant received, Instant now, String reason) {
        Coverage resumed = resuming(received, now, reason, lateness);
        resumed.declaredUntil = declaredUntil;
        return resumed;
    }

    /** Everything that was sent up to then was received. */
    void received(Instant until) {
        if (reason == null && until.isAfter(received)) {
            received = until;
        }
    }

    /** From now on posts are missed. */
    void interrupted(String why) {
        if (reason == null) {
            reason = why;
        }
    }

    /** Posts come again from then on. */
    void connected(Instant at) {
        if (at.isAfter(received.plus(lateness))) {
            interrupted("it took long to connect for the first time");
        }
        if (reason != null) {
            coverFrom(at);
        }
    }

    /**
     * The rule was added.
     *
     * @param goneSince it may have been missing since then
     * @param appliesFrom from then on its posts come
     */
    void ruleAdded(Instant goneSince, Instant appliesFrom) {
        if (!appliesFrom.isAfter(received)) {
            return;
        }
        interrupted("its rule did not apply yet");
        if (goneSince.isBefore(received)) {
            received = goneSince;
            declaredUntil = first;
        }
        coverFrom(appliesFrom);
    }

    private void coverFrom(Instant from) {
        coveredFrom = from.isAfter(coveredFrom) ? from : coveredFrom;
    }

    /**
     * Returns the time range that may be incomplete and is not declared yet, in whole milliseconds, as posts have them.
     */
    Optional<Missing> missing() {
        if (reason == null) {
            return Optional.empty();
        }
        Instant late = received.minus(lateness);
        Instant from = late.isBefore(declaredUntil) ? declaredUntil : late;
        return from.isBefore(coveredFrom)
                ? Optional.of(new Missing(floor(from), floor(coveredFrom.plusNanos(999_999)), reason))
                : Optional.empty();
    }

    private static Instant floor(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }

    /** Notes that the missing part was declared. */
    void declared() {
        if (reason != null) {
            declaredUntil = coveredFrom;
        }
        reason = null;
        received(coveredFrom);
    }
}
