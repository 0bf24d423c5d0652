package io.hashlake.source;

import java.time.Instant;

/** State of a source, for health checks and the status page. */
public sealed interface SourceStatus {

    /** Returns whether the source should read and does not, or gets what cannot be right. */
    default boolean isTrouble() {
        return !(this instanceof Starting || this instanceof Running || this instanceof StandingBy);
    }

    /** Nothing was asked yet. */
    record Starting() implements SourceStatus {
        @Override
        public String toString() {
            return "starting";
        }
    }

    /** The last poll, at this time, went well. */
    record Running(Instant polledAt) implements SourceStatus {
        @Override
        public String toString() {
            return "running, last response at " + polledAt;
        }
    }

    /** The last poll, at this time, got a response that cannot be right. */
    record Doubtful(Instant polledAt, String reason) implements SourceStatus {
        @Override
        public String toString() {
            return "receives inconsistent responses, last at " + polledAt + ": " + reason;
        }
    }

    /** X asked to wait until then. */
    record Waiting(Instant until, String reason) implements SourceStatus {
        @Override
        public String toString() {
            return "waiting until " + until + ": " + reason;
        }
    }

    /** A dependency is unavailable; the next attempt comes at this time. */
    record Retrying(Instant nextAttempt, String reason) implements SourceStatus {
        @Override
        public String toString() {
            return "retrying at " + nextAttempt + ": " + reason;
        }
    }

    /** Another process follows the source; this one takes over when that one ends. */
    record StandingBy(String follower) implements SourceStatus {
        @Override
        public String toString() {
            return "stands by: followed by " + follower;
        }
    }

    /** The source does nothing until a person has acted and the process was restarted. */
    record Stopped(String reason) implements SourceStatus {
        @Override
        public String toString() {
            return "stopped: " + reason;
        }
    }
}
