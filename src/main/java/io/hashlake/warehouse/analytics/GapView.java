package io.hashlake.warehouse.analytics;

import java.time.Instant;

/** A declared gap: see {@code ops.gap}. */
public record GapView(
        long id,
        String source,
        Instant from,
        Instant to,
        String reason,
        String state,
        Instant declaredAt,
        Instant settledAt,
        Long postsFound,
        String note) {}
