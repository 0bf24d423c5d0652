package io.hashlake.core.erasure;

import java.util.Objects;
import java.util.Optional;

/**
 * Stored posts or accounts that are checked at once.
 *
 * @param number of no other batch
 * @param first lowest of its ids
 * @param last highest of its ids
 * @param job id of the job at X; empty until the ids are uploaded
 */
public record ComplianceBatch(long number, Kind kind, long first, long last, Optional<String> job) {

    /** Kind of ids that a batch has. */
    public enum Kind {
        POST,
        USER
    }

    public ComplianceBatch {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(job, "job");
        if (first > last) {
            throw new IllegalArgumentException("a batch begins with " + first + " and ends with " + last);
        }
    }
}
