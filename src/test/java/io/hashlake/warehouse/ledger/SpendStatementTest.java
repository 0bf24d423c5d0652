package io.hashlake.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.PeriodSpend;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.x.spend.TestTerms;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServerTest
class SpendStatementTest {

    private static final Dollars PRICE = new Dollars(5_000);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final int CYCLE_DAY = 15;

    private final DataSource database = TestWarehouse.migrated();
    private final JdbcSpend ledger = new JdbcSpend(database);
    private final Budget budget =
            new Budget(TestTerms.dollars(BudgetPeriod.CYCLE, "1500").limits(), new BillingCycle(CYCLE_DAY));
    private final SpendStatement statement = new SpendStatement(
            ledger, new SpendReader(database), budget, new FakeClock(Instant.parse("2026-11-30T12:00:00Z")));

    @Test
    void forecastsTheCyclesEndAtThePaceOfTheLastSevenDaysAsTheDocumentationDoes() throws Exception {
        spend(TODAY.minusDays(30), 7_000);
        spend(TODAY.minusDays(15), 352_500);
        spend(TODAY.minusDays(6), 200_000);
        spend(TODAY, 60_000);
        ledger.reserve(TODAY, 1_000, PRICE, Budget.UNLIMITED);

        PeriodSpend cycle = statement.periods().get(2);
        assertThat(cycle.period()).isEqualTo(BudgetPeriod.CYCLE);
        assertThat(cycle.first()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(cycle.next()).isEqualTo(LocalDate.of(2026, 12, 15));
        assertThat(cycle.used().dollars()).hasToString("$612.50");
        assertThat(cycle.forecast()).hasToString("$1192.50");
        assertThat(cycle.budgetDollars()).hasToString("$1500.00");
        assertThat(cycle.budgetPosts()).isNull();
        assertThat(statement.periods().get(0).used().dollars()).hasToString("$60.00");
        assertThat(statement.periods().get(1).budgetDollars()).isNull();
    }

    @Test
    void whereReadingBeganTodayThePaceIsThatOfToday() throws Exception {
        spend(TODAY, 10_000);
        assertThat(statement.periods().get(0).forecast()).hasToString("$20.00");
    }

    @Test
    void nothingReadCostsNothing() throws Exception {
        assertThat(statement.periods()).extracting(PeriodSpend::forecast).containsOnly(Dollars.ZERO);
    }

    /** @param milli thousandths of a dollar */
    private void spend(LocalDate day, long milli) throws IOException {
        ledger.add(day, Map.of(new SpendItem("covid", Resource.POST, PRICE), milli / 5));
    }
}
