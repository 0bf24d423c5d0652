package io.hashlake.core.spend;

import java.time.LocalDate;
import java.util.List;

/**
 * Cost of a period so far and until its end, beside its budget.
 *
 * @param first first day, in UTC
 * @param next first day of the next period
 * @param forecast dollars at the period's end, at the recent pace
 * @param limits of the budget for this period
 */
public record PeriodSpend(
        BudgetPeriod period, LocalDate first, LocalDate next, Used used, Dollars forecast, List<BudgetLimit> limits) {

    public PeriodSpend {
        limits = List.copyOf(limits);
    }

    /** Returns how many posts the budget allows; null without such a limit. */
    public Long budgetPosts() {
        return most(BudgetLimit.Unit.POSTS);
    }

    /** Returns how many dollars the budget allows; null without such a limit. */
    public Dollars budgetDollars() {
        Long micros = most(BudgetLimit.Unit.DOLLARS);
        return micros == null ? null : new Dollars(micros);
    }

    private Long most(BudgetLimit.Unit unit) {
        return limits.stream()
                .filter(limit -> limit.unit() == unit)
                .map(BudgetLimit::most)
                .findFirst()
                .orElse(null);
    }
}
