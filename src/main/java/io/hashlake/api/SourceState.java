package io.hashlake.api;

import io.hashlake.warehouse.analytics.SourceView;
import io.hashlake.warehouse.ledger.SpendView;
import java.time.Duration;
import java.time.Instant;

/**
 * A source and how far behind it is.
 *
 * @param lagSeconds since its cursor was last stored; null where it has none
 * @param follower the process that follows it just now, as it is named in health and logs; null where none does
 * @param requestsToday questions to X that it bears; days and months are UTC's
 * @param postsToday posts read from X that it bears
 */
public record SourceState(
        String source,
        String position,
        Instant updatedAt,
        Double lagSeconds,
        long posts,
        Instant newestBatchAt,
        long openGaps,
        String follower,
        long requestsToday,
        long postsToday,
        long postsThisMonth) {

    static SourceState of(SourceView view, SpendView spend, Instant now) {
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
                view.openGaps(),
                view.follower(),
                spend.requestsToday(),
                spend.postsToday(),
                spend.postsThisMonth());
    }
}
