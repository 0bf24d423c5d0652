package io.hashlake.app.command.output;

import io.hashlake.core.Quantity;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.PeriodSpend;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A period as it is listed.
 *
 * @param budgetPosts null without a limit
 * @param budgetDollars null without a limit
 */
@RegisterForReflection
public record SpendReportPeriod(
        String period,
        LocalDate from,
        LocalDate to,
        long posts,
        BigDecimal dollars,
        BigDecimal forecast,
        Long budgetPosts,
        BigDecimal budgetDollars) {

    public static SpendReportPeriod of(PeriodSpend spend) {
        Dollars budget = spend.budgetDollars();
        return new SpendReportPeriod(
                spend.period().noun(),
                spend.first(),
                spend.next(),
                spend.used().posts(),
                spend.used().dollars().decimal(),
                spend.forecast().decimal(),
                spend.budgetPosts(),
                budget == null ? null : budget.decimal());
    }

    public String text() {
        return "%-14s since %s  %s  $%,.2f%s  forecast until %s: $%,.2f"
                .formatted(
                        period,
                        from,
                        budgetPosts == null
                                ? new Quantity(posts, "post")
                                : "%,d of %s".formatted(posts, new Quantity(budgetPosts, "post")),
                        dollars,
                        budgetDollars == null ? "" : " of $%,.2f".formatted(budgetDollars),
                        to,
                        forecast);
    }
}
