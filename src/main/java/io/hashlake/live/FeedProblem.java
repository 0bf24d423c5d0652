package io.hashlake.live;

import java.time.Instant;

/**
 * The reason for a missing snapshot; the next snapshot ends the problem.
 *
 * @param code for pages, which have words of their own for it
 */
record FeedProblem(Instant at, String code) {

    /** The warehouse cannot be asked. */
    static final String WAREHOUSE = "warehouse";

    /** A mistake in the program, which its log describes. */
    static final String INTERNAL = "internal";
}
