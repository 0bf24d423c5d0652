package io.hashlake.core.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Billing cycle of X. It begins each month on the same day, or on the month's last day where the month is shorter.
 *
 * @param day day of the month, 1 to 31
 */
public record BillingCycle(int day) {

    /** The calendar month. */
    public static final BillingCycle MONTHLY = new BillingCycle(1);

    private static final int MAX_DAY = 31;

    public BillingCycle {
        if (day < 1 || day > MAX_DAY) {
            throw new IllegalArgumentException("billing cycle day " + day + ": must be 1 to " + MAX_DAY);
        }
    }

    /** Returns the first day of the period that the date belongs to. */
    public LocalDate first(BudgetPeriod period, LocalDate date) {
        return switch (period) {
            case DAY -> date;
            case MONTH -> MONTHLY.begin(date);
            case CYCLE -> begin(date);
        };
    }

    /** Returns the first day of the period after the one that the date belongs to. */
    public LocalDate next(BudgetPeriod period, LocalDate date) {
        return switch (period) {
            case DAY -> date.plusDays(1);
            case MONTH -> MONTHLY.end(date);
            case CYCLE -> end(date);
        };
    }

    /** Returns the UTC day, as X counts. */
    public static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private LocalDate begin(LocalDate date) {
        LocalDate start = in(YearMonth.from(date));
        return start.isAfter(date) ? in(YearMonth.from(date).minusMonths(1)) : start;
    }

    private LocalDate end(LocalDate date) {
        return in(YearMonth.from(begin(date)).plusMonths(1));
    }

    private LocalDate in(YearMonth month) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
