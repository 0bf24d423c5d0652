package io.hashlake.warehouse.analytics;

import java.time.Instant;

/**
 * A source as the warehouse knows it.
 *
 * @param position its cursor
 * @param updatedAt when the cursor was stored
 * @param openGaps gaps of it that are open
 * @param follower the process that follows it now, as named in health and logs; null where none does
 */
public record SourceView(
        String source,
        String position,
        Instant updatedAt,
        long posts,
        Instant newestBatchAt,
        long openGaps,
        String follower) {}
