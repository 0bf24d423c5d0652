package io.hashlake.api.spend;

import io.hashlake.warehouse.ledger.SpendComparison;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Posts of a day as counted here, and as X bills them. */
@Schema(description = "Posts of a day as counted here, and as X says that it bills them")
public record SpendDifference(
        @Schema(description = "In UTC") LocalDate day,

        @Schema(description = "Posts counted here, without those that came with others")
        long counted,

        @Schema(description = "Posts by X's /2/usage/tweets")
        long billed,

        @Schema(description = "How many more X bills; negative where it bills fewer")
        long difference,

        Instant comparedAt) {

    static SpendDifference of(SpendComparison comparison) {
        return new SpendDifference(
                comparison.day(),
                comparison.counted(),
                comparison.billed(),
                comparison.difference(),
                comparison.comparedAt());
    }
}
