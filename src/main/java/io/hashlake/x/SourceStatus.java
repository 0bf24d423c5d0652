package io.hashlake.x;

import java.time.Instant;

/** What a source is doing, for health and people. */
public sealed interface SourceStatus {

    /** Nothing was asked yet. */
    record Starting() implements SourceStatus {}

    /** The last poll, at this time, went well. */
    record Running(Instant polledAt) implements SourceStatus {}

    /** X asked to wait until then. */
    record Waiting(Instant until, String reason) implements SourceStatus {}

    /** Something is out; the next attempt comes at this time. */
    record Retrying(Instant nextAttempt, String reason) implements SourceStatus {}

    /** It does nothing until a person has acted and the process was started again. */
    record Stopped(String reason) implements SourceStatus {}
}
