package io.hashlake.x.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.BudgetLimit.Unit;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendLedger;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.TweetSamples;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.spend.SpendGuard.Permit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpendGuardTest {

    private static final Instant NOW = Instant.parse("2026-11-29T23:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-30T00:00:00Z");

    private final FakeClock clock = new FakeClock(NOW);
    private final FakeSpend ledger = new FakeSpend();
    private final List<String> heard = new ArrayList<>();

    @Test
    void countsWithoutABudgetAndNeverWaitsForTheLedger() throws Exception {
        ledger.out = true;
        SpendGuard guard = guard(TestTerms.of(Budget.UNLIMITED));
        guard.requested("covid");
        read(guard, "covid", 100);
        assertThatThrownBy(guard::flush).isInstanceOf(IOException.class);
        ledger.out = false;
        read(guard, "covid", 7);
        guard.flush();
        assertThat(ledger.of(TODAY, "covid", Resource.REQUEST)).isEqualTo(1);
        assertThat(ledger.posts(TODAY, "covid")).isEqualTo(107);
        assertThat(heard).containsExactly("covid REQUEST 1", "covid POST 100", "covid POST 7");
    }

    @Test
    void allowsLessWhenLessIsLeftAndThenNothingUntilTomorrow() {
        SpendGuard guard = guard(TestTerms.posts(130, 1_000));
        assertThat(read(guard, "covid", 100)).isEqualTo(100);
        assertThat(read(guard, "covid", 100)).isEqualTo(30);
        assertThat(guard.pausedUntil()).isEmpty();
        assertThat(guard.ask(10, 100))
                .isEqualTo(new ApiResult.Wait<>(
                        MIDNIGHT, "the budget of 130 posts per day is used up (hashlake.budget.posts-per-day)"));
        assertThat(guard.pausedUntil()).contains(MIDNIGHT);
        clock.pass(Duration.ofHours(1));
        assertThat(guard.pausedUntil()).isEmpty();
        assertThat(read(guard, "covid", 100)).isEqualTo(100);
    }

    @Test
    void aMonthThatIsUsedUpEndsWithTheMonth() {
        SpendGuard guard = guard(TestTerms.posts(1_000, 50));
        assertThat(read(guard, "covid", 100)).isEqualTo(50);
        assertThat(guard.ask(10, 100))
                .isEqualTo(new ApiResult.Wait<>(
                        Instant.parse("2026-12-01T00:00:00Z"),
                        "the budget of 50 posts per month is used up (hashlake.budget.posts-per-month)"));
    }

    @Test
    void whatALaterStartReadsIsAddedToWhatWasReadBefore() throws Exception {
        SpendGuard before = guard(TestTerms.posts(130, 1_000));
        read(before, "covid", 100);
        before.close();
        assertThat(ledger.posts(TODAY, SpendLedger.RESERVED)).isZero();
        SpendGuard after = guard(TestTerms.posts(130, 1_000));
        assertThat(read(after, "covid", 100)).isEqualTo(30);
    }

    @Test
    void whatOneProcessHasReservedTheOtherMayNotRead() {
        SpendGuard one = guard(TestTerms.posts(150, 1_000));
        SpendGuard other = guard(TestTerms.posts(150, 1_000));
        one.ask(10, 100);
        assertThat(read(other, "covid", 100)).isEqualTo(50);
        assertThat(other.ask(10, 100)).isInstanceOf(ApiResult.Wait.class);
    }

    @Test
    void whatIsNotNeededIsGivenBackWhenNothingWasReadForATurn() throws Exception {
        SpendGuard guard = guard(TestTerms.posts(10_000, 10_000));
        for (int i = 0; i < 450; i++) {
            read(guard, "stream", 1);
        }
        guard.flush();
        assertThat(ledger.posts(TODAY, SpendLedger.RESERVED)).isPositive();
        guard.flush();
        assertThat(ledger.posts(TODAY, SpendLedger.RESERVED)).isZero();
        assertThat(ledger.used(TODAY).posts()).isEqualTo(450);
    }

    @Test
    void postByPostTheLedgerIsAskedSeldom() throws Exception {
        SpendGuard guard = guard(TestTerms.posts(1_000_000, 1_000_000));
        for (int second = 0; second < 10; second++) {
            for (int i = 0; i < 5_000; i++) {
                read(guard, "stream", 1);
            }
            guard.flush();
        }
        int inTheFirstSecond = 5_000 / 100 + 2;
        assertThat(ledger.writes).isLessThan(inTheFirstSecond + 9 * 4);
    }

    @Test
    void nothingIsReadWhileTheBudgetCannotBeKnown() {
        SpendGuard guard = guard(TestTerms.posts(130, 1_000));
        ledger.out = true;
        assertThat(guard.ask(10, 100))
                .isEqualTo(new ApiResult.Retry<>("nothing is read while it cannot be counted: the ledger is out"));
        ledger.out = false;
        assertThat(read(guard, "covid", 100)).isEqualTo(100);
    }

    @Test
    void whatWasPerhapsWrittenIsRatherCountedTwiceThanNotAtAll() throws Exception {
        SpendGuard guard = guard(TestTerms.posts(10_000, 10_000));
        read(guard, "covid", 40);
        ledger.silentAfterAdding = true;
        assertThatThrownBy(guard::flush).isInstanceOf(IOException.class);
        ledger.silentAfterAdding = false;
        guard.close();
        assertThat(ledger.used(TODAY).posts()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void aBudgetSmallerThanAPageIsRefused() {
        assertThatThrownBy(() -> TestTerms.posts(9, 100)).hasMessageContaining("9 posts per day: must be 10 or more");
    }

    /** Two processes read pages and streams, are killed and started again, and their ledger is out now and then. */
    @Property(tries = 300)
    void whateverHappensNoBudgetIsExceededAndNothingReadGoesUncounted(@ForAll Random random) throws Exception {
        FakeSpend shared = new FakeSpend();
        FakeClock time = new FakeClock(NOW);
        Budget budget = anyBudget(random);
        SpendTerms terms = new SpendTerms(budget, TestTerms.PRICES, random.nextBoolean());
        Truth truth = new Truth(terms.hasIncluded(), new HashMap<>(), new HashMap<>());
        SpendGuard[] processes = new SpendGuard[2];
        for (int step = 0; step < 200; step++) {
            int which = random.nextInt(2);
            shared.out = random.nextInt(10) == 0;
            shared.silentAfterAdding = random.nextInt(10) == 0;
            if (processes[which] == null || random.nextInt(20) == 0) {
                processes[which] = new SpendGuard(terms, shared, SpendListener.NONE, time);
            }
            act(processes[which], random, truth);
            time.pass(Duration.ofMinutes(random.nextInt(300)));
            assertKept(budget, truth, shared);
        }
    }

    /** What was really read by day, and what it really cost in millionths of a dollar. */
    private record Truth(boolean hasIncluded, Map<LocalDate, Long> posts, Map<LocalDate, Long> micros) {}

    private static Budget anyBudget(Random random) {
        List<BudgetLimit> limits = new ArrayList<>();
        limits.add(new BudgetLimit(any(random, BudgetPeriod.values()), Unit.POSTS, 10 + random.nextInt(3_000)));
        limits.add(
                new BudgetLimit(any(random, BudgetPeriod.values()), Unit.DOLLARS, 50_000 + random.nextInt(20_000_000)));
        return new Budget(limits, new BillingCycle(1 + random.nextInt(31)));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static void act(SpendGuard guard, Random random, Truth truth) {
        try {
            switch (random.nextInt(5)) {
                case 0 -> guard.flush();
                case 1 -> readSome(guard, 1, 1, random, truth);
                case 2 -> countSome(guard, truth);
                default -> readSome(guard, 10, 100, random, truth);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("the ledger is out|the connection was lost");
        }
    }

    /** Each post brings its author, and every other one the post that it answers. */
    private static void readSome(SpendGuard guard, int least, int most, Random random, Truth truth) {
        if (guard.ask(least, most) instanceof ApiResult.Ok<Permit> ok) {
            int read = random.nextInt(ok.value().posts() + 1);
            int users = truth.hasIncluded() ? read : 0;
            try (Receipt receipt = guard.receipt(ok.value())) {
                receipt.add("s", Resource.POST, read);
                receipt.add("s", Resource.USER, users);
                receipt.add("s", Resource.INCLUDED_POST, users / 2);
            }
            long micros = 5_000L * read + 10_000L * users + 5_000L * (users / 2);
            truth.posts().merge(ok.value().day(), (long) read, Long::sum);
            truth.micros().merge(ok.value().day(), micros, Long::sum);
        }
    }

    private static void countSome(SpendGuard guard, Truth truth) {
        if (guard.askToCount() instanceof ApiResult.Ok<Permit> ok) {
            try (Receipt receipt = guard.receipt(ok.value())) {
                receipt.add("s", Resource.COUNTS_RECENT, 1);
            }
            truth.micros().merge(ok.value().day(), 5_000L, Long::sum);
        }
    }

    private static void assertKept(Budget budget, Truth truth, FakeSpend ledger) {
        truth.micros().keySet().forEach(day -> {
            assertThat(ledger.used(day).posts())
                    .isGreaterThanOrEqualTo(truth.posts().getOrDefault(day, 0L));
            assertThat(ledger.used(day).dollars().micros())
                    .isGreaterThanOrEqualTo(truth.micros().get(day));
            budget.limits().forEach(limit -> assertThat(used(limit, budget.cycle(), day, truth))
                    .as("%s in the period of %s", limit, day)
                    .isLessThanOrEqualTo(limit.most()));
        });
    }

    private static long used(BudgetLimit limit, BillingCycle cycle, LocalDate day, Truth truth) {
        Map<LocalDate, Long> amounts = limit.unit() == Unit.POSTS ? truth.posts() : truth.micros();
        LocalDate first = cycle.first(limit.period(), day);
        LocalDate next = cycle.next(limit.period(), day);
        return amounts.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isBefore(first) && entry.getKey().isBefore(next))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Test
    void aBudgetInDollarsPausesUntilTheNextBillingCycleThoughTheMonthEndsBefore() {
        Budget budget =
                new Budget(List.of(new BudgetLimit(BudgetPeriod.CYCLE, Unit.DOLLARS, 1_000_000)), new BillingCycle(15));
        SpendGuard guard = guard(TestTerms.of(budget));
        assertThat(read(guard, "covid", 100) + read(guard, "covid", 100)).isEqualTo(200);
        assertThat(guard.ask(10, 100))
                .isEqualTo(new ApiResult.Wait<>(
                        Instant.parse("2026-12-15T00:00:00Z"),
                        "the budget of $1.00 per billing cycle is used up (hashlake.budget.dollars-per-cycle)"));
        clock.pass(Duration.ofDays(2));
        assertThat(guard.ask(10, 100)).isInstanceOf(ApiResult.Wait.class);
        clock.pass(Duration.ofDays(15));
        assertThat(read(guard, "covid", 100)).isEqualTo(100);
    }

    @Test
    void whereWhatComesWithPostsIsBilledFewerAreReadForTheSameMoney() {
        SpendGuard guard = guard(TestTerms.withIncluded(TestTerms.dollars(BudgetPeriod.DAY, "1")));
        ApiResult<Permit> permit = guard.ask(10, 100);
        assertThat(permit).isEqualTo(new ApiResult.Ok<>(new Permit(TODAY, 28)));
        try (Receipt receipt = guard.receipt(((ApiResult.Ok<Permit>) permit).value())) {
            receipt.add("covid", Resource.POST, 28);
            receipt.included("covid", List.of(), List.of(1L, 2L, 1L));
        }
        assertThat(guard.ask(10, 100)).isEqualTo(new ApiResult.Ok<>(new Permit(TODAY, 24)));
    }

    @Test
    void whatIsReadTwiceOnADayCostsOnceWhetherItCameByItselfOrWithAnother() throws Exception {
        SpendGuard guard = guard(TestTerms.withIncluded(Budget.UNLIMITED));
        for (int i = 0; i < 2; i++) {
            try (Receipt receipt = guard.receipt(((ApiResult.Ok<Permit>) guard.ask(10, 100)).value())) {
                receipt.included("covid", List.of(7L), List.of(1L));
                receipt.posts(List.of(TweetSamples.tweet(7, "covid")), posts -> Map.of("covid", posts.size()));
            }
        }
        guard.flush();
        assertThat(ledger.posts(TODAY, "covid")).isEqualTo(1);
        assertThat(ledger.of(TODAY, "covid", Resource.USER)).isEqualTo(1);
        assertThat(ledger.used(TODAY).dollars()).isEqualTo(new Dollars(15_000));
    }

    @Test
    void requestsForCountsTakeOfABudgetOfDollarsAndNotOfOneOfPosts() {
        SpendGuard dollars = guard(TestTerms.of(TestTerms.dollars(BudgetPeriod.DAY, "0.05")));
        assertThat(read(dollars, "covid", 10)).isEqualTo(10);
        assertThat(dollars.askToCount()).isInstanceOf(ApiResult.Wait.class);
        SpendGuard posts = guard(TestTerms.posts(10, 10));
        assertThat(posts.askToCount()).isInstanceOf(ApiResult.Ok.class);
    }

    /** How many could be read of so many. */
    private static int read(SpendGuard guard, String source, int most) {
        if (guard.ask(Math.min(10, most), most) instanceof ApiResult.Ok<Permit> ok) {
            settle(guard, ok.value(), source, ok.value().posts());
            return ok.value().posts();
        }
        return 0;
    }

    private SpendGuard guard(SpendTerms terms) {
        return new SpendGuard(
                terms,
                ledger,
                (item, amount) -> heard.add(item.source() + " " + item.resource() + " " + amount),
                clock);
    }

    private static void settle(SpendGuard guard, Permit permit, String source, int posts) {
        try (Receipt receipt = guard.receipt(permit)) {
            receipt.add(source, Resource.POST, posts);
        }
    }
}
