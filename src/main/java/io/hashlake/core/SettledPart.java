package io.hashlake.core;

import java.time.Instant;

/**
 * Result for a gap, or a part of it, that is no longer open.
 *
 * @param from first moment of the part
 * @param to first moment after it; later than {@code from}
 * @param state not open
 * @param postsFound posts that were handed on to fill it
 * @param note what a person should know; null where nothing
 */
public record SettledPart(Instant from, Instant to, GapState state, long postsFound, String note) {

    public SettledPart {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a part of a gap from " + from + " to " + to + " is empty");
        }
        if (state == GapState.OPEN) {
            throw new IllegalArgumentException("a part of a gap that is settled is closed or unclosable");
        }
        if (postsFound < 0) {
            throw new IllegalArgumentException(postsFound + " posts found, but a count is 0 or more");
        }
    }
}
