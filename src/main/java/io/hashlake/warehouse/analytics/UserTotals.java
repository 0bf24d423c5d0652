package io.hashlake.warehouse.analytics;

import java.time.Instant;

/** An account and the count of its posts in a period. */
public record UserTotals(
        long userId,
        String username,
        String name,
        Boolean verified,
        Long followers,
        long posts,
        Instant firstPostAt,
        Instant lastPostAt) {}
