package io.hashlake.x.client;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/** Result of a request, by the one reaction that is right. Reasons are meant for people and never contain the token. */
public sealed interface ApiResult<T> {

    /** Returns why a request was not answered. */
    static String reason(ApiResult<?> result) {
        if (result instanceof Wait<?> wait) {
            return wait.reason();
        }
        if (result instanceof Retry<?> retry) {
            return retry.reason();
        }
        if (result instanceof Stop<?> stop) {
            return stop.reason();
        }
        return result instanceof StaleSince<?> stale ? stale.reason() : "it was answered";
    }

    /** It was answered. */
    record Ok<T>(T value) implements ApiResult<T> {

        public Ok {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A limit is reached: ask again at {@code until}, not earlier. */
    record Wait<T>(Instant until, String reason) implements ApiResult<T> {

        public Wait {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** An outage, or an answer that cannot be read: ask again the same, with growing pauses. */
    record Retry<T>(String reason) implements ApiResult<T> {

        public Retry {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Asking again cannot help before a person has acted; the reason says how. */
    record Stop<T>(String reason) implements ApiResult<T> {

        public Stop {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * {@code since_id} lies further back than X searches: go on from a newer one and declare the gap.
     *
     * @param minimumId {@code since_id} must be larger than this; empty where X did not say
     */
    record StaleSince<T>(OptionalLong minimumId, String reason) implements ApiResult<T> {

        public StaleSince {
            Objects.requireNonNull(minimumId, "minimumId");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
