package io.hashlake.bluesky;

import io.hashlake.core.Position;
import io.hashlake.core.Position.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Progress in the stream: everything up to then was handed over. A time is a position on every instance and either wire.
 *
 * @param micros since 1970
 */
record JetstreamPosition(long micros) {

    static JetstreamPosition at(Instant time) {
        return new JetstreamPosition(micros(time));
    }

    static JetstreamPosition of(Position position) {
        return new JetstreamPosition(position.numbersOf(Kind.JETSTREAM).get(0));
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    Instant time() {
        return time(micros);
    }

    /** The latest time that was read, or as little after this as can be: no two positions of a source are the same. */
    JetstreamPosition after(long read) {
        return new JetstreamPosition(Math.max(micros + 1, read));
    }

    long minus(Duration overlap) {
        return micros - overlap.toNanos() / 1_000;
    }

    @Override
    public String toString() {
        return Position.of(Kind.JETSTREAM, micros).toString();
    }
}
