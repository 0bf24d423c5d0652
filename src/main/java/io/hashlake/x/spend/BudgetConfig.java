package io.hashlake.x.spend;

import io.hashlake.core.spend.Budget;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.Optional;

/** Limits of what is read from X, over all sources and processes that share the warehouse. Days and months are those of UTC. */
@ConfigMapping(prefix = "hashlake.budget")
public interface BudgetConfig {

    /** Number of posts that may be read from X per UTC day, 10 or more; then sources pause. Without it, there is no limit. */
    Optional<@Min(Budget.MIN_POSTS) Long> postsPerDay();

    /** Number of posts that may be read from X per UTC month, 10 or more; then sources pause. Without it, there is no limit. */
    Optional<@Min(Budget.MIN_POSTS) Long> postsPerMonth();

    /** Number of posts that may be read from X per billing cycle, 10 or more; then sources pause. Without it, there is no limit. */
    Optional<@Min(Budget.MIN_POSTS) Long> postsPerCycle();

    /** Dollars that reading from X may cost per UTC day, by `hashlake.budget.prices`; then sources pause. Without it, there is no limit. */
    Optional<@DecimalMin("0.01") BigDecimal> dollarsPerDay();

    /** Dollars that reading from X may cost per UTC month, by `hashlake.budget.prices`; then sources pause. Without it, there is no limit. */
    Optional<@DecimalMin("0.01") BigDecimal> dollarsPerMonth();

    /** Dollars that reading from X may cost per billing cycle, by `hashlake.budget.prices`; then sources pause. Without it, there is no limit. */
    Optional<@DecimalMin("0.01") BigDecimal> dollarsPerCycle();

    /** Day of the month on which X's billing cycle begins, 1 to 31, as X's developer console says; the last day in shorter months. */
    @WithDefault("1")
    @Min(1)
    @Max(31)
    int billingCycleDay();

    /**
     * Prices of X in dollars, separated by commas: each entry is the UTC day from which on they apply, and the prices that change then, of a
     * `post`, a `user`, a request to `counts-recent` or `counts-all`, or an `owned-read`.
     */
    @WithDefault("2026-01-01 post=0.005 user=0.010 counts-recent=0.005 counts-all=0.010 owned-read=0.001")
    Prices prices();

    /** Whether accounts and posts that come with a post are counted in dollars. X does not say whether it bills them. */
    @WithDefault("true")
    boolean included();
}
