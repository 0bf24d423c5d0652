package io.hashlake.api;

import io.hashlake.warehouse.analytics.SourceView;
import java.time.Duration;
import java.time.Instant;

/**
 * A source and how far behind it is.
 *
 * @param lagSeconds since its cursor was last stored; null where it has none
 */
public record SourceState(
        String source,
        String position,
        Instant updatedAt,
        Double lagSeconds,
        long posts,
        Instant newestBatchAt,
        long openGaps) {

    static SourceState of(SourceView view, Instant now) {
        Double lag = view.updatedAt() == null
                ? null
                : (double) Math.max(0, Duration.between(view.updatedAt(), now).toSeconds());
        return new SourceState(
                view.source(),
                view.position(),
                view.updatedAt(),
                lag,
                view.posts(),
                view.newestBatchAt(),
                view.openGaps());
    }
}
