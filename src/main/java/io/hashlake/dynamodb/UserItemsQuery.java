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
}
