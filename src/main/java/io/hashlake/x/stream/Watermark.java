package io.hashlake.x.stream;

import java.time.Duration;
import java.time.Instant;

/**
 * The time up to which everything that was sent has been received. When it was received says little: while reading is held
 * up, lines wait on their way. Either of two things tells more: nothing was there to be read, or how new a post was.
 */
final class Watermark {

    /** Shorter waits happen while more is on its way within this machine. */
    private static final Duration NOTHING_THERE = Duration.ofMillis(50);

    private Instant time;

    /** @param connectedAt when the connection stood */
    Watermark(Instant connectedAt) {
        this.time = connectedAt;
    }

    Instant time() {
        return time;
    }

    /** Waited so long for a line that was asked for at this time. */
    void waited(Duration waited, Instant askedAt) {
        if (waited.compareTo(NOTHING_THERE) >= 0) {
            raise(askedAt);
        }
    }

    /** A post came that was written at this time, if its clock and this one agree. */
    void saw(Instant createdAt, Instant receivedAt) {
        raise(createdAt.isBefore(receivedAt) ? createdAt : receivedAt);
    }

    private void raise(Instant to) {
        if (to.isAfter(time)) {
            time = to;
        }
    }
}
