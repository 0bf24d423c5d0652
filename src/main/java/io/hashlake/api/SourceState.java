package io.hashlake.api;

import io.hashlake.warehouse.analytics.SourceView;
import io.hashlake.warehouse.ledger.SpendView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A source and how far behind it is.
 *
 * @param lagSeconds since its cursor was last stored; null where it has none, and for a file that was read
 * @param follower the process that follows it just now, as it is named in health and logs; null where none does
 * @param requestsToday questions to X that it bears; days and months are UTC's
 * @param postsToday posts read from X that it bears
 */
@Schema(description = "A source and how far behind it is")
public record SourceState(
        String source,
        @Schema(nullable = true) String position,
        @Schema(nullable = true) Instant updatedAt,

        @Schema(description = "Since its cursor was stored", nullable = true)
        Double lagSeconds,

        long posts,
        @Schema(nullable = true) Instant newestBatchAt,
        long openGaps,

        @Schema(
                description = "The process that follows it just now, as it is named in health and logs",
                nullable = true)
        String follower,

        @Schema(description = "Requests to X that it bears; days and months are those of UTC")
        long requestsToday,

        @Schema(description = "Posts read from X that it bears")
        long postsToday,

        long postsThisMonth,

        @Schema(description = "What they cost, with all that came with them")
        BigDecimal dollarsToday,

        BigDecimal dollarsThisMonth) {

    static SourceState of(SourceView view, SpendView spend, Instant now) {
        Double lag = view.updatedAt() == null || !view.followed()
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
                spend.today().posts(),
                spend.thisMonth().posts(),
                spend.today().dollars().decimal(),
                spend.thisMonth().dollars().decimal());
    }
}
