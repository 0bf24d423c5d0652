package io.hashlake.core.spend;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Limits on what is read from X. Days, months and billing cycles are in UTC, as X counts them. */
public record Budget(List<BudgetLimit> limits, BillingCycle cycle) {

    /** The smallest page that X serves: with less, nothing could be searched. */
    public static final int MIN_POSTS = 10;

    public static final Budget UNLIMITED = new Budget(List.of(), BillingCycle.MONTHLY);

    public Budget {
        limits = List.copyOf(limits);
        Objects.requireNonNull(cycle, "cycle");
    }

    /** A budget of one limit, whose billing cycle is the month. */
    public static Budget of(BudgetPeriod period, BudgetLimit.Unit unit, long most) {
        return new Budget(List.of(new BudgetLimit(period, unit, most)), BillingCycle.MONTHLY);
    }

    public boolean isUnlimited() {
        return limits.isEmpty();
    }

    /** Returns whether dollars are limited, and so requests that read no posts, too. */
    public boolean isInDollars() {
        return limits.stream().anyMatch(limit -> limit.unit() == BudgetLimit.Unit.DOLLARS);
    }

    /** Returns how many more posts may be read, if each may cost as much as {@code price}; never negative. */
    public long left(SpendTotals totals, Dollars price) {
        return limits.stream()
                .mapToLong(limit -> limit.postsLeft(totals, price))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Returns the limit that leaves the fewest posts; of several, the one that lasts longest. */
    public BudgetLimit tightest(SpendTotals totals, Dollars price) {
        return limits.stream()
                .min(Comparator.comparingLong((BudgetLimit limit) -> limit.postsLeft(totals, price))
                        .thenComparing(BudgetLimit::period, Comparator.reverseOrder()))
                .orElseThrow();
    }

    public Optional<BudgetLimit> limit(BudgetPeriod period, BudgetLimit.Unit unit) {
        return limits.stream()
                .filter(limit -> limit.period() == period && limit.unit() == unit)
                .findFirst();
    }
}
