package io.hashlake.x.stream;

import io.hashlake.core.Position;
import io.hashlake.core.Position.Kind;
import java.time.Instant;

/**
 * Progress of a stream: everything that X had sent until then was handed over.
 *
 * @param millis since 1970
 */
record StreamPosition(long millis) {

    static StreamPosition at(Instant time) {
        return new StreamPosition(Math.max(0, time.toEpochMilli()));
    }

    static StreamPosition of(Position position) {
        return new StreamPosition(position.numbersOf(Kind.STREAM).get(0));
    }

    Instant time() {
        return Instant.ofEpochMilli(millis);
    }

    /** The watermark, or as little after this as can be: no two positions of a source are the same. */
    StreamPosition after(Instant watermark) {
        return new StreamPosition(Math.max(millis + 1, watermark.toEpochMilli()));
    }

    @Override
    public String toString() {
        return Position.of(Kind.STREAM, millis).toString();
    }
}
