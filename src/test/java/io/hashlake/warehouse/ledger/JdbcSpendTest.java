package io.hashlake.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.hashlake.ServerTest;
import io.hashlake.core.Budget;
import io.hashlake.core.Spend;
import io.hashlake.core.SpendLedger.Reservation;
import io.hashlake.core.SpendTotals;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.jdbc.NoDatabase;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class JdbcSpendTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private AgroalDataSource database;
    private JdbcSpend spend;

    @BeforeEach
    void open() throws SQLException {
        database = TestWarehouse.pooled();
        spend = new JdbcSpend(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void addsUpWhatEverySourceHasReadByDay() throws Exception {
        spend.add(TODAY.minusMonths(1), Map.of("covid", new Spend(1, 1_000)));
        spend.add(TODAY.minusDays(1), Map.of("covid", new Spend(2, 20), "health", new Spend(1, 5)));
        spend.add(TODAY, Map.of("covid", new Spend(1, 7)));
        spend.add(TODAY, Map.of("covid", new Spend(3, 4), "x:reserved", new Spend(0, 100)));

        assertThat(spend.bySource(TODAY))
                .containsExactly(new SpendView("covid", 4, 11, 31), new SpendView("health", 0, 0, 5));
        assertThat(spend.reserve(TODAY, 0, Budget.UNLIMITED).totals()).isEqualTo(new SpendTotals(111, 136));
    }

    @Test
    void reservesWhatTheSmallerBudgetHasLeft() throws Exception {
        spend.add(TODAY.minusDays(1), Map.of("covid", new Spend(1, 50)));

        assertThat(spend.reserve(TODAY, 60, new Budget(100, 1_000)))
                .isEqualTo(new Reservation(60, new SpendTotals(60, 110)));
        assertThat(spend.reserve(TODAY, 60, new Budget(100, 1_000)))
                .isEqualTo(new Reservation(40, new SpendTotals(100, 150)));
        assertThat(spend.reserve(TODAY, 60, new Budget(1_000, 160)))
                .isEqualTo(new Reservation(10, new SpendTotals(110, 160)));
        assertThat(spend.reserve(TODAY, 60, new Budget(10, 10)))
                .isEqualTo(new Reservation(0, new SpendTotals(110, 160)));
    }

    @Test
    void processesThatReserveAtOnceDoNotComePastTheBudgetTogether() throws Exception {
        Budget budget = new Budget(1_000, 5_000);
        ExecutorService processes = Executors.newFixedThreadPool(4);
        Callable<Long> process = () -> {
            long granted = 0;
            for (int i = 0; i < 25; i++) {
                granted += spend.reserve(TODAY, 13, budget).posts();
            }
            return granted;
        };
        long granted = 0;
        for (Future<Long> result : processes.invokeAll(List.of(process, process, process, process))) {
            granted += result.get();
        }
        processes.shutdown();
        assertThat(granted).isEqualTo(1_000);
        assertThat(spend.reserve(TODAY, 0, budget).totals().today()).isEqualTo(1_000);
    }

    @Test
    void processesThatAddAtOnceDoNotHoldEachOtherForever() throws Exception {
        Map<String, Spend> many = Map.of(
                "a", new Spend(1, 1), "b", new Spend(1, 1), "c", new Spend(1, 1), "x:reserved", new Spend(0, -1));
        ExecutorService processes = Executors.newFixedThreadPool(4);
        Callable<Void> process = () -> {
            for (int i = 0; i < 20; i++) {
                spend.add(TODAY, many);
                spend.reserve(TODAY, 1, Budget.UNLIMITED);
            }
            return null;
        };
        for (Future<Void> result : processes.invokeAll(List.of(process, process, process, process))) {
            result.get();
        }
        processes.shutdown();
        assertThat(spend.bySource(TODAY))
                .allSatisfy(view -> assertThat(view.postsToday()).isEqualTo(80));
        assertThat(spend.reserve(TODAY, 0, Budget.UNLIMITED).totals().today()).isEqualTo(240);
    }

    /** Each process reads a while and is killed: it neither gives back nor writes what it has counted since the last turn. */
    @Test
    void killedAtAnyMomentNoPostIsLeftUncounted() throws Exception {
        Random random = new Random(7);
        Budget budget = new Budget(50_000, 50_000);
        long read = 0;
        for (int kill = 0; kill < 10; kill++) {
            SpendGuard process = new SpendGuard(budget, spend, SpendListener.NONE, new FakeClock(NOON));
            for (int step = random.nextInt(20); step >= 0; step--) {
                if (random.nextInt(5) == 0) {
                    process.flush();
                } else if (process.ask(10, 100) instanceof ApiResult.Ok<SpendGuard.Permit> ok) {
                    int posts = random.nextInt(101);
                    read += posts;
                    process.settle(ok.value(), Map.of("covid", posts));
                }
            }
        }
        long counted = spend.reserve(TODAY, 0, budget).totals().today();
        assertThat(counted).isBetween(read, read + 10 * 2_000);
    }

    @Test
    void saysWhatIsOutAndWhy() {
        JdbcSpend out = new JdbcSpend(new NoDatabase());
        assertThatThrownBy(() -> out.add(TODAY, Map.of("covid", new Spend(1, 1))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("what was read from X cannot be counted in the warehouse: this process");
        assertThatThrownBy(() -> out.reserve(TODAY, 1, Budget.UNLIMITED))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no posts can be reserved in the warehouse");
    }
}
