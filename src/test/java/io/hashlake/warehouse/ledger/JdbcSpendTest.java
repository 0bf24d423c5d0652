package io.hashlake.warehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.hashlake.ServerTest;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.core.spend.Used;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.jdbc.NoDatabase;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.spend.Receipt;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.TestTerms;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class JdbcSpendTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Dollars PRICE = new Dollars(5_000);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private AgroalDataSource database;
    private JdbcSpend spend;
    private SpendReader reader;

    @BeforeEach
    void open() throws SQLException {
        database = TestWarehouse.pooled();
        spend = new JdbcSpend(database);
        reader = new SpendReader(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void addsUpWhatEverySourceHasReadByDay() throws Exception {
        spend.add(TODAY.minusMonths(1), posts("covid", 1_000));
        spend.add(TODAY.minusDays(1), Map.of(post("covid"), 20L, post("health"), 5L));
        spend.add(TODAY, Map.of(post("covid"), 7L, request("covid"), 1L));
        spend.add(TODAY, Map.of(post("covid"), 4L, request("covid"), 3L, post("x:reserved"), 100L));

        assertThat(reader.bySource(TODAY))
                .containsExactly(
                        new SpendView("covid", 4, used(11), used(31)), new SpendView("health", 0, used(0), used(5)));
        assertThat(spend.reserve(TODAY, 0, PRICE, Budget.UNLIMITED).totals().of(BudgetPeriod.MONTH))
                .isEqualTo(used(136));
        assertThat(spend.totals(TODAY, BillingCycle.MONTHLY).of(BudgetPeriod.DAY))
                .isEqualTo(used(11));
    }

    @Test
    void listsWhatWasReadBySourceResourceAndPrice() throws Exception {
        SpendItem dearer = new SpendItem("covid", Resource.POST, new Dollars(6_000));
        spend.add(TODAY, Map.of(post("covid"), 7L, dearer, 2L, request("covid"), 1L));
        spend.add(TODAY, posts("x:reserved", 100));
        assertThat(reader.lines(TODAY, TODAY.plusDays(1), 10))
                .containsExactly(
                        new SpendLine(TODAY, post("covid"), 7),
                        new SpendLine(TODAY, dearer, 2),
                        new SpendLine(TODAY, request("covid"), 1));
    }

    @Test
    void comparesWhatXBillsWithWhatWasCountedAndForgetsTheComparisonBefore() throws Exception {
        spend.add(TODAY, Map.of(post("covid"), 7L, request("covid"), 1L));
        spend.add(TODAY, posts("x:reserved", 100));
        reader.compare(Map.of(TODAY, 3L), NOON);
        reader.compare(Map.of(TODAY, 9L, TODAY.minusDays(1), 0L), NOON);
        assertThat(reader.comparisons(TODAY.minusDays(7), TODAY.plusDays(1)))
                .containsExactly(
                        new SpendComparison(TODAY, 7, 9, NOON), new SpendComparison(TODAY.minusDays(1), 0, 0, NOON));
    }

    @Test
    void reservesWhatTheSmallerBudgetHasLeft() throws Exception {
        spend.add(TODAY.minusDays(1), posts("covid", 50));

        assertThat(reserved(60, TestTerms.posts(100, 1_000).budget())).isEqualTo(60);
        assertThat(reserved(60, TestTerms.posts(100, 1_000).budget())).isEqualTo(40);
        assertThat(reserved(60, TestTerms.posts(1_000, 160).budget())).isEqualTo(10);
        assertThat(reserved(60, TestTerms.posts(10, 10).budget())).isZero();
        assertThat(reserved(60, TestTerms.dollars(BudgetPeriod.MONTH, "1"))).isEqualTo(40);
    }

    @Test
    void aBillingCycleCountsFromItsDayOnAcrossTheMonthsEnd() throws Exception {
        Budget budget = new Budget(TestTerms.dollars(BudgetPeriod.CYCLE, "1").limits(), new BillingCycle(31));
        LocalDate lastOfNovember = LocalDate.of(2026, 11, 30);
        spend.add(lastOfNovember.minusDays(1), posts("covid", 1_000));
        spend.add(lastOfNovember, posts("covid", 150));
        LocalDate december = LocalDate.of(2026, 12, 30);
        assertThat(spend.reserve(december, 100, PRICE, budget).posts()).isEqualTo(50);
        assertThat(spend.reserve(december.plusDays(1), 100, PRICE, budget).posts())
                .isEqualTo(100);
    }

    @Test
    void processesThatReserveAtOnceDoNotComePastTheBudgetTogether() throws Exception {
        Budget budget = TestTerms.posts(1_000_000, 1_000).budget();
        ExecutorService processes = Executors.newFixedThreadPool(4);
        List<Callable<Long>> readers = IntStream.range(0, 4)
                .<Callable<Long>>mapToObj(process -> () -> {
                    long granted = 0;
                    for (int i = 0; i < 25; i++) {
                        granted += spend.reserve(TODAY.plusDays(process % 2), 13, PRICE, budget)
                                .posts();
                    }
                    return granted;
                })
                .toList();
        long granted = 0;
        for (Future<Long> result : processes.invokeAll(readers)) {
            granted += result.get();
        }
        processes.shutdown();
        assertThat(granted).isEqualTo(1_000);
    }

    @Test
    void processesThatAddAtOnceDoNotHoldEachOtherForever() throws Exception {
        Map<SpendItem, Long> many = Map.of(post("a"), 1L, post("b"), 1L, post("c"), 1L, post("x:reserved"), -1L);
        ExecutorService processes = Executors.newFixedThreadPool(4);
        Callable<Void> process = () -> {
            for (int i = 0; i < 20; i++) {
                spend.add(TODAY, many);
                spend.reserve(TODAY, 1, PRICE, Budget.UNLIMITED);
            }
            return null;
        };
        for (Future<Void> result : processes.invokeAll(List.of(process, process, process, process))) {
            result.get();
        }
        processes.shutdown();
        assertThat(reader.bySource(TODAY))
                .allSatisfy(view -> assertThat(view.today().posts()).isEqualTo(80));
        assertThat(spend.reserve(TODAY, 0, PRICE, Budget.UNLIMITED).totals().of(BudgetPeriod.DAY))
                .isEqualTo(used(240));
    }

    /** Each process reads a while and is killed: it neither gives back nor writes what it has counted since the last turn. */
    @Test
    void killedAtAnyMomentNoPostIsLeftUncounted() throws Exception {
        Random random = new Random(7);
        Budget budget = TestTerms.posts(50_000, 50_000).budget();
        long read = 0;
        for (int kill = 0; kill < 10; kill++) {
            SpendGuard process = new SpendGuard(TestTerms.of(budget), spend, SpendListener.NONE, new FakeClock(NOON));
            for (int step = random.nextInt(20); step >= 0; step--) {
                if (random.nextInt(5) == 0) {
                    process.flush();
                } else if (process.ask(10, 100) instanceof ApiResult.Ok<SpendGuard.Permit> ok) {
                    int posts = random.nextInt(101);
                    read += posts;
                    try (Receipt receipt = process.receipt(ok.value())) {
                        receipt.add("covid", Resource.POST, posts);
                    }
                }
            }
        }
        long counted = spend.reserve(TODAY, 0, PRICE, budget)
                .totals()
                .of(BudgetPeriod.DAY)
                .posts();
        assertThat(counted).isBetween(read, read + 10 * 2_000);
    }

    @Test
    void saysWhatIsOutAndWhy() {
        JdbcSpend out = new JdbcSpend(new NoDatabase());
        assertThatThrownBy(() -> out.add(TODAY, posts("covid", 1)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("what was read from X cannot be counted in the warehouse: this process");
        assertThatThrownBy(() -> out.reserve(TODAY, 1, PRICE, Budget.UNLIMITED))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no posts can be reserved in the warehouse");
    }

    private long reserved(long posts, Budget budget) throws IOException {
        return spend.reserve(TODAY, posts, PRICE, budget).posts();
    }

    private static SpendItem post(String source) {
        return new SpendItem(source, Resource.POST, PRICE);
    }

    private static SpendItem request(String source) {
        return new SpendItem(source, Resource.REQUEST, Dollars.ZERO);
    }

    private static Map<SpendItem, Long> posts(String source, long count) {
        return Map.of(post(source), count);
    }

    private static Used used(long posts) {
        return new Used(posts, PRICE.times(posts));
    }
}
