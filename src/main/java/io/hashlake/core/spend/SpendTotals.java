package io.hashlake.core.spend;

import java.util.Map;

/**
 * Posts and dollars of all processes in the current day, month and billing cycle.
 */
public record SpendTotals(Map<BudgetPeriod, Used> periods) {

    /** Totals where nothing was read. */
    public static final SpendTotals NOTHING = new SpendTotals(Map.of());

    public SpendTotals {
        periods = Map.copyOf(periods);
    }

    public Used of(BudgetPeriod period) {
        return periods.getOrDefault(period, Used.NOTHING);
    }

    public SpendTotals plus(Used more) {
        return new SpendTotals(Map.of(
                BudgetPeriod.DAY, of(BudgetPeriod.DAY).plus(more),
                BudgetPeriod.MONTH, of(BudgetPeriod.MONTH).plus(more),
                BudgetPeriod.CYCLE, of(BudgetPeriod.CYCLE).plus(more)));
    }
}
