package io.hashlake.warehouse.ledger;

import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.PeriodSpend;
import io.hashlake.core.spend.SpendTotals;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what the day, the month and the billing cycle have cost, and what they are to cost at their ends: at the pace of the
 * last seven days, or of all days since the first on which anything was read.
 */
public final class SpendStatement {

    private static final int PACE_DAYS = 7;

    private final JdbcSpend ledger;
    private final SpendReader reader;
    private final Budget budget;
    private final Clock clock;

    public SpendStatement(JdbcSpend ledger, SpendReader reader, Budget budget, Clock clock) {
        this.ledger = ledger;
        this.reader = reader;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * Returns the day, the month and the billing cycle.
     *
     * @throws IOException if the database cannot be reached; try again later
     */
    public List<PeriodSpend> periods() throws IOException {
        Instant now = clock.instant();
        LocalDate today = BillingCycle.dayOf(now);
        SpendTotals totals = ledger.totals(today, budget.cycle());
        SpendPace pace = reader.pace(today.minusDays(PACE_DAYS - 1L), today.plusDays(1));
        return Stream.of(BudgetPeriod.values())
                .map(period -> period(period, totals, pace, now))
                .toList();
    }

    private PeriodSpend period(BudgetPeriod period, SpendTotals totals, SpendPace pace, Instant now) {
        LocalDate today = BillingCycle.dayOf(now);
        LocalDate next = budget.cycle().next(period, today);
        Dollars rest = expected(pace, now, Duration.between(now, start(next)));
        return new PeriodSpend(
                period,
                budget.cycle().first(period, today),
                next,
                totals.of(period),
                totals.of(period).dollars().plus(rest),
                budget.limits().stream()
                        .filter(limit -> limit.period() == period)
                        .toList());
    }

    /** The product of both is too large for a long. */
    private static Dollars expected(SpendPace pace, Instant now, Duration rest) {
        if (pace.since() == null) {
            return Dollars.ZERO;
        }
        long elapsed = Math.max(1, Duration.between(start(pace.since()), now).toSeconds());
        return new Dollars(BigInteger.valueOf(pace.spent().micros())
                .multiply(BigInteger.valueOf(rest.toSeconds()))
                .divide(BigInteger.valueOf(elapsed))
                .longValueExact());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
