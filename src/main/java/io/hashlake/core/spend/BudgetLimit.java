package io.hashlake.core.spend;

import java.util.Objects;

/**
 * Limit on what may be read in a period.
 *
 * @param most number of posts, or millionths of a dollar
 */
public record BudgetLimit(BudgetPeriod period, Unit unit, long most) {

    /** Unit in which a limit is given. */
    public enum Unit {
        POSTS,
        DOLLARS;

        /** Returns the name in properties, metrics and the API. */
        public String label() {
            return this == POSTS ? "posts" : "dollars";
        }

        long of(Used used) {
            return this == POSTS ? used.posts() : used.dollars().micros();
        }
    }

    public BudgetLimit {
        Objects.requireNonNull(period, "period");
        if (unit == Unit.POSTS && most < Budget.MIN_POSTS) {
            throw new IllegalArgumentException(
                    most + " posts per " + period.noun() + ": must be " + Budget.MIN_POSTS + " or more");
        }
        if (unit == Unit.DOLLARS && most <= 0) {
            throw new IllegalArgumentException(
                    new Dollars(most) + " per " + period.noun() + ": must be more than nothing");
        }
    }

    /** Returns what is left in the limit's own unit; negative if it was exceeded. */
    public long left(SpendTotals totals) {
        return most - unit.of(totals.of(period));
    }

    /** Returns how many more posts may be read, if each may cost as much as {@code price}. */
    long postsLeft(SpendTotals totals, Dollars price) {
        long left = Math.max(0, left(totals));
        return unit == Unit.POSTS || price.micros() == 0 ? left : left / price.micros();
    }

    /** Returns the name of the property that sets this limit. */
    public String property() {
        return "hashlake.budget." + unit.label() + "-per-" + period.label();
    }

    @Override
    public String toString() {
        return (unit == Unit.POSTS ? most + " posts" : new Dollars(most).toString()) + " per " + period.noun();
    }
}
