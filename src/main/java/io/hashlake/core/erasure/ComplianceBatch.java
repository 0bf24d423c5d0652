package io.hashlake.core.erasure;

import java.util.Objects;
import java.util.Optional;

/**
 * Stored posts that are checked at once.
 *
 * @param number of no other batch
 * @param first lowest id of its posts
 * @param last highest id of its posts
 * @param job id of the job at X; empty until the ids are uploaded
 */
public record ComplianceBatch(long number, long first, long last, Optional<String> job) {

    public ComplianceBatch {
        Objects.requireNonNull(job, "job");
        if (first > last) {
            throw new IllegalArgumentException("a batch begins with " + first + " and ends with " + last);
        }
    }
}
