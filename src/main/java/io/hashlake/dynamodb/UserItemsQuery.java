package io.hashlake.dynamodb;

import java.time.Instant;
import java.util.Optional;

/**
 * A user's items, the newest first.
 *
 * @param from first moment at which their posts were written
 * @param to first moment after it
 * @param before where the last page ended; empty for the first one
 */
public record UserItemsQuery(long userId, Instant from, Instant to, Optional<Before> before) {

    /** Last item of a page. */
    public record Before(Instant createdAt, long postId) {}

    /** Returns whether the last page ended before the period. */
    boolean isOver() {
        return before.filter(last -> last.createdAt().isBefore(from)).isPresent();
    }

    /** Returns where the last page ended; empty where that is after the period. DynamoDB refuses a start outside of it. */
    Optional<Before> startWithin() {
        return before.filter(last -> last.createdAt().isBefore(to));
    }
}
