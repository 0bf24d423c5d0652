package io.hashlake.api.spend;

import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.PeriodSpend;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Cost of a period so far, with the forecast until its end. */
@Schema(description = "What reading from X has cost in a period, and is to cost until its end")
public record SpendPeriod(
        @Schema(description = "day, month or cycle") String period,
        @Schema(description = "First day, in UTC") LocalDate from,

        @Schema(description = "First day of the next period")
        LocalDate to,

        @Schema(description = "Posts that were read, without those that came with others")
        long posts,

        BigDecimal dollars,

        @Schema(description = "Dollars at the end of the period, at the pace of the last seven days")
        BigDecimal forecast,

        @Schema(description = "Posts that may be read; null without a limit", nullable = true)
        Long budgetPosts,

        @Schema(description = "Dollars that may be spent; null without a limit", nullable = true)
        BigDecimal budgetDollars) {

    static SpendPeriod of(PeriodSpend spend) {
        Dollars budget = spend.budgetDollars();
        return new SpendPeriod(
                spend.period().label(),
                spend.first(),
                spend.next(),
                spend.used().posts(),
                spend.used().dollars().decimal(),
                spend.forecast().decimal(),
                spend.budgetPosts(),
                budget == null ? null : budget.decimal());
    }
}
