package io.hashlake.x.spend;

import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.BudgetLimit.Unit;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import java.math.BigDecimal;
import java.util.List;

/** Terms for tests, at the usual prices. */
public final class TestTerms {

    public static final Prices PRICES = Prices.parse("2026-01-01 post=0.005 user=0.010 counts-recent=0.005");

    private TestTerms() {}

    /** Posts alone are billed. */
    public static SpendTerms of(Budget budget) {
        return new SpendTerms(budget, PRICES, false);
    }

    /** Posts alone are billed, and so many may be read per day and month. */
    public static SpendTerms posts(long perDay, long perMonth) {
        return of(new Budget(
                List.of(
                        new BudgetLimit(BudgetPeriod.DAY, Unit.POSTS, perDay),
                        new BudgetLimit(BudgetPeriod.MONTH, Unit.POSTS, perMonth)),
                BillingCycle.MONTHLY));
    }

    /** Whatever comes with posts is billed, too. */
    public static SpendTerms withIncluded(Budget budget) {
        return new SpendTerms(budget, PRICES, true);
    }

    public static Budget dollars(BudgetPeriod period, String amount) {
        return Budget.of(
                period, Unit.DOLLARS, Dollars.of(new BigDecimal(amount)).micros());
    }
}
