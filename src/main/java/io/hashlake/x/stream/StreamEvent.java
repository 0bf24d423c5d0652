package io.hashlake.x.stream;

import io.hashlake.core.Payload;
import io.hashlake.x.json.StreamLine;
import java.time.Instant;

/** Event that the reading thread reports to the dispatching thread, in order of occurrence. */
sealed interface StreamEvent {

    /** A connection is about to be opened. */
    record Opening() implements StreamEvent {}

    /** The connection stands: every post of the rules that apply comes from now on. */
    record Connected(Instant at) implements StreamEvent {}

    /**
     * A line came.
     *
     * @param size in bytes, as received
     * @param payload as received; null unless payloads are kept
     * @param watermark everything that was sent before had been received
     */
    record Line(StreamLine line, int size, Payload payload, Instant watermark) implements StreamEvent {}

    /** A heartbeat came. */
    record Heartbeat(Instant watermark) implements StreamEvent {}

    /** The connection is gone. */
    record Disconnected(String reason) implements StreamEvent {}

    /** The source is not followed any more; what came for it was before this. */
    record Left(StreamSource source) implements StreamEvent {}

    /** There will be no more. */
    record Closing() implements StreamEvent {}
}
