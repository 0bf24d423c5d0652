package io.hashlake.warehouse.analytics;

import java.time.Instant;

/**
 * A source as the warehouse knows it.
 *
 * @param position its cursor
 * @param updatedAt when the cursor was stored
 * @param openGaps gaps of it that are open
 * @param follower the process that follows it now, as named in health and logs; null where none does
 * @param followed false where a process is at work that knows of no route for it any more, and for a file that was read
 */
public record SourceView(
        String source,
        String position,
        Instant updatedAt,
        long posts,
        Instant newestBatchAt,
        long openGaps,
        String follower,
        boolean followed) {}
