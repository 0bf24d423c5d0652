package io.hashlake.pipeline.sink;

import java.time.Instant;

/** State of a sink, for health and people. */
public sealed interface SinkStatus {

    /** It has not been opened yet. */
    record Opening() implements SinkStatus {}

    /** Its last attempt succeeded. */
    record Working() implements SinkStatus {}

    /** It is out since then; it is tried again until it works, and sources wait. */
    record Out(Instant since, String reason) implements SinkStatus {}
}
