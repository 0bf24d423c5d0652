package io.hashlake.api.spend;

import io.hashlake.warehouse.ledger.SpendLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Number and cost of the resources of one kind that a source has read on a day. */
@Schema(description = "How many of what a source has read on a day, and what they cost")
public record SpendRow(
        @Schema(description = "In UTC") LocalDate day,

        @Schema(description = "The source charged, NAME.gaps for filling its gaps, or x:stream for what streams share")
        String source,

        @Schema(description = "post, included_post, user, counts_recent, counts_all, owned_read or request")
        String resource,

        long amount,
        @Schema(description = "Dollars for one") BigDecimal price,
        BigDecimal dollars) {

    static SpendRow of(SpendLine line) {
        return new SpendRow(
                line.day(),
                line.item().source(),
                line.item().resource().label(),
                line.amount(),
                line.item().price().decimal(),
                line.item().price().times(line.amount()).decimal());
    }
}
