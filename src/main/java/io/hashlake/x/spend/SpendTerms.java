package io.hashlake.x.spend;

import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.BudgetLimit.Unit;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Terms on which X is read.
 *
 * @param hasIncluded whether accounts and posts that come with others are counted as billed
 */
public record SpendTerms(Budget budget, Prices prices, boolean hasIncluded) {

    /** Nothing is limited, and nothing costs anything. */
    public static final SpendTerms FREE = new SpendTerms(Budget.UNLIMITED, new Prices(List.of()), false);

    /** Posts that may come with one: that which it answers and that which it quotes. */
    private static final int MAX_INCLUDED_POSTS = 2;

    /** Accounts that may come with one: its author and the one that it answers. */
    private static final int MAX_INCLUDED_USERS = 2;

    public static SpendTerms of(BudgetConfig config) {
        return new SpendTerms(budget(config), config.prices(), config.included());
    }

    private static Budget budget(BudgetConfig config) {
        return new Budget(
                Stream.of(
                                posts(BudgetPeriod.DAY, config.postsPerDay()),
                                posts(BudgetPeriod.MONTH, config.postsPerMonth()),
                                posts(BudgetPeriod.CYCLE, config.postsPerCycle()),
                                dollars(BudgetPeriod.DAY, config.dollarsPerDay()),
                                dollars(BudgetPeriod.MONTH, config.dollarsPerMonth()),
                                dollars(BudgetPeriod.CYCLE, config.dollarsPerCycle()))
                        .flatMap(Optional::stream)
                        .toList(),
                new BillingCycle(config.billingCycleDay()));
    }

    private static Optional<BudgetLimit> posts(BudgetPeriod period, Optional<Long> most) {
        return most.map(posts -> new BudgetLimit(period, Unit.POSTS, posts));
    }

    private static Optional<BudgetLimit> dollars(BudgetPeriod period, Optional<BigDecimal> most) {
        return most.map(amount ->
                new BudgetLimit(period, Unit.DOLLARS, Dollars.of(amount).micros()));
    }

    /** Returns the most that one post costs on that day, with all that comes with it. */
    Dollars maxCost(LocalDate day) {
        Dollars post = prices.of(Resource.POST, day);
        return hasIncluded
                ? post.plus(prices.of(Resource.INCLUDED_POST, day).times(MAX_INCLUDED_POSTS))
                        .plus(prices.of(Resource.USER, day).times(MAX_INCLUDED_USERS))
                : post;
    }
}
