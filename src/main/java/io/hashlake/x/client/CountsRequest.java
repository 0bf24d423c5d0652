package io.hashlake.x.client;

import java.util.Objects;

/**
 * Request for the number of posts of the last seven days that a query matches.
 *
 * @param granularity length of the intervals counted
 * @param sinceId only tweets after this id; 0 for the last seven days
 * @param untilId only tweets before this id; 0 for up to now
 * @param nextToken what the page before gave; null for the first page
 */
public record CountsRequest(String query, Granularity granularity, long sinceId, long untilId, String nextToken) {

    /** Length of the intervals counted. */
    public enum Granularity {
        MINUTE,
        HOUR,
        DAY
    }

    public CountsRequest {
        Objects.requireNonNull(granularity, "granularity");
        if (query == null || query.isBlank()) {
            throw new IllegalArgumentException("a count needs a query");
        }
        if (sinceId < 0 || untilId < 0) {
            throw new IllegalArgumentException("since " + sinceId + " until " + untilId + ": an id is not negative");
        }
    }
}
