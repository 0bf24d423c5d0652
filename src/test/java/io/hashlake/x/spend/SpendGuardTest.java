package io.hashlake.x.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.core.Budget;
import io.hashlake.core.Spend;
import io.hashlake.core.SpendLedger;
import io.hashlake.tweet.FakeClock;
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
        SpendGuard guard = guard(Budget.UNLIMITED);
        guard.requested("covid");
        read(guard, "covid", 100);
        assertThatThrownBy(guard::flush).isInstanceOf(IOException.class);
        ledger.out = false;
        read(guard, "covid", 7);
        guard.flush();
        assertThat(ledger.days).containsEntry(TODAY, Map.of("covid", new Spend(1, 107)));
        assertThat(heard).containsExactly("covid 1 0", "covid 0 100", "covid 0 7");
    }

    @Test
    void allowsLessWhenLessIsLeftAndThenNothingUntilTomorrow() {
        SpendGuard guard = guard(new Budget(130, 1_000));
        assertThat(read(guard, "covid", 100)).isEqualTo(100);
        assertThat(read(guard, "covid", 100)).isEqualTo(30);
        assertThat(guard.pausedUntil()).isEmpty();
        assertThat(guard.ask(10, 100))
                .isEqualTo(new ApiResult.Wait<>(
                        MIDNIGHT, "the budget of 130 posts a day is used up (hashlake.budget.posts-per-day)"));
        assertThat(guard.pausedUntil()).contains(MIDNIGHT);
        clock.pass(Duration.ofHours(1));
        assertThat(guard.pausedUntil()).isEmpty();
        assertThat(read(guard, "covid", 100)).isEqualTo(100);
    }

    @Test
    void aMonthThatIsUsedUpEndsWithTheMonth() {
        SpendGuard guard = guard(new Budget(1_000, 50));
        assertThat(read(guard, "covid", 100)).isEqualTo(50);
        assertThat(guard.ask(10, 100))
                .isEqualTo(new ApiResult.Wait<>(
                        Instant.parse("2026-12-01T00:00:00Z"),
                        "the budget of 50 posts a month is used up (hashlake.budget.posts-per-month)"));
    }

    @Test
    void whatALaterStartReadsIsAddedToWhatWasReadBefore() throws Exception {
        SpendGuard before = guard(new Budget(130, 1_000));
        read(before, "covid", 100);
        before.close();
        assertThat(ledger.of(TODAY, SpendLedger.RESERVED).posts()).isZero();
        SpendGuard after = guard(new Budget(130, 1_000));
        assertThat(read(after, "covid", 100)).isEqualTo(30);
    }

    @Test
    void whatOneProcessHasReservedTheOtherMayNotRead() {
        SpendGuard one = guard(new Budget(150, 1_000));
        SpendGuard other = guard(new Budget(150, 1_000));
        one.ask(10, 100);
        assertThat(read(other, "covid", 100)).isEqualTo(50);
        assertThat(other.ask(10, 100)).isInstanceOf(ApiResult.Wait.class);
    }

    @Test
    void whatIsNotNeededIsGivenBackWhenNothingWasReadForATurn() throws Exception {
        SpendGuard guard = guard(new Budget(10_000, 10_000));
        for (int i = 0; i < 450; i++) {
            read(guard, "stream", 1);
        }
        guard.flush();
        assertThat(ledger.of(TODAY, SpendLedger.RESERVED).posts()).isPositive();
        guard.flush();
        assertThat(ledger.of(TODAY, SpendLedger.RESERVED).posts()).isZero();
        assertThat(ledger.totals(TODAY).today()).isEqualTo(450);
    }

    @Test
    void postByPostTheLedgerIsAskedSeldom() throws Exception {
        SpendGuard guard = guard(new Budget(1_000_000, 1_000_000));
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
        SpendGuard guard = guard(new Budget(130, 1_000));
        ledger.out = true;
        assertThat(guard.ask(10, 100))
                .isEqualTo(new ApiResult.Retry<>("nothing is read while it cannot be counted: the ledger is out"));
        ledger.out = false;
        assertThat(read(guard, "covid", 100)).isEqualTo(100);
    }

    @Test
    void whatWasPerhapsWrittenIsRatherCountedTwiceThanNotAtAll() throws Exception {
        SpendGuard guard = guard(new Budget(10_000, 10_000));
        read(guard, "covid", 40);
        ledger.silentAfterAdding = true;
        assertThatThrownBy(guard::flush).isInstanceOf(IOException.class);
        ledger.silentAfterAdding = false;
        guard.close();
        assertThat(ledger.totals(TODAY).today()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void aBudgetSmallerThanAPageIsRefused() {
        assertThatThrownBy(() -> new Budget(9, 100)).hasMessageContaining("9 posts per day: must be 10 or more");
    }

    /** Two processes read pages and streams, are killed and started again, and their ledger is out now and then. */
    @Property(tries = 300)
    void whateverHappensTheBudgetIsNeverExceededAndNothingReadGoesUncounted(@ForAll Random random) throws Exception {
        FakeSpend shared = new FakeSpend();
        FakeClock time = new FakeClock(NOW);
        Budget budget = new Budget(10 + random.nextInt(2_000), 10 + random.nextInt(3_000));
        Map<LocalDate, Integer> truth = new HashMap<>();
        SpendGuard[] processes = new SpendGuard[2];
        for (int step = 0; step < 200; step++) {
            int which = random.nextInt(2);
            shared.out = random.nextInt(10) == 0;
            shared.silentAfterAdding = random.nextInt(10) == 0;
            if (processes[which] == null || random.nextInt(20) == 0) {
                processes[which] = new SpendGuard(budget, shared, SpendListener.NONE, time);
            }
            act(processes[which], random, truth);
            time.pass(Duration.ofMinutes(random.nextInt(30)));
            assertKept(budget, truth, shared);
        }
    }

    private static void act(SpendGuard guard, Random random, Map<LocalDate, Integer> truth) {
        try {
            switch (random.nextInt(4)) {
                case 0 -> guard.flush();
                case 1 -> readSome(guard, 1, 1, random, truth);
                default -> readSome(guard, 10, 100, random, truth);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("the ledger is out|the connection was lost");
        }
    }

    private static void readSome(SpendGuard guard, int least, int most, Random random, Map<LocalDate, Integer> truth) {
        if (guard.ask(least, most) instanceof ApiResult.Ok<Permit> ok) {
            int read = random.nextInt(ok.value().posts() + 1);
            truth.merge(ok.value().day(), read, Integer::sum);
            guard.settle(ok.value(), Map.of("s", read));
        }
    }

    private static void assertKept(Budget budget, Map<LocalDate, Integer> truth, FakeSpend ledger) {
        truth.forEach((day, posts) -> {
            assertThat((long) posts).isLessThanOrEqualTo(budget.postsPerDay());
            assertThat(ledger.totals(day).today()).isGreaterThanOrEqualTo(posts);
            int month = truth.entrySet().stream()
                    .filter(entry -> entry.getKey().getMonth() == day.getMonth())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertThat((long) month).isLessThanOrEqualTo(budget.postsPerMonth());
        });
    }

    /** How many could be read of so many. */
    private static int read(SpendGuard guard, String source, int most) {
        if (guard.ask(Math.min(10, most), most) instanceof ApiResult.Ok<Permit> ok) {
            guard.settle(ok.value(), Map.of(source, ok.value().posts()));
            return ok.value().posts();
        }
        return 0;
    }

    private SpendGuard guard(Budget budget) {
        return new SpendGuard(
                budget, ledger, (source, requests, posts) -> heard.add(source + " " + requests + " " + posts), clock);
    }
}
