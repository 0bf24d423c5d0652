package io.hashlake.x.client;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Number of posts that a query matches.
 *
 * @param intervals as served, oldest first
 * @param total over all intervals of this page
 * @param nextToken what to ask the next page with; empty on the last one
 */
public record PostCounts(List<Interval> intervals, long total, Optional<String> nextToken) {

    /** Posts from {@code start}, inclusive, to {@code end}, exclusive. */
    public record Interval(Instant start, Instant end, long posts) {}

    public PostCounts {
        intervals = List.copyOf(intervals);
        Objects.requireNonNull(nextToken, "nextToken");
    }
}
