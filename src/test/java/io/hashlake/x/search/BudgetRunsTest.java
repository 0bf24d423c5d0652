package io.hashlake.x.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.BudgetLimit.Unit;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.truth.BilledDay;
import io.hashlake.source.FakeCursors;
import io.hashlake.tweet.FakeClock;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.json.SearchPage;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.spend.FakeSpend;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.SpendTerms;
import io.hashlake.x.spend.TestTerms;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Searches until the budget of a billing cycle is used up and over its end, with processes that are killed after any page, against
 * the bill of the simulator.
 */
@ServerTest
class BudgetRunsTest {

    private static final Instant EVENING = Instant.parse("2026-11-14T23:50:00Z");
    private static final int CYCLE_DAY = 15;
    private static final SearchSettings SETTINGS =
            new SearchSettings(SearchRequest.Scope.RECENT, Duration.ofSeconds(15), Duration.ofMinutes(15), 100);

    private final FakeClock clock = new FakeClock(EVENING);
    private final FakeSpend ledger = new FakeSpend();
    private final FakeCursors cursors = new FakeCursors();
    private final Random random = new Random(5);
    private Simulator simulator;
    private int kills;

    @BeforeEach
    void simulate() throws IOException {
        simulator = Simulator.start(
                TestSimulator.settings().withPostsPerSecond(60).withHashtags(List.of("covid19")), clock, 0);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void runsStopAtTenThousandPostsAcrossRestartsAndTheEndOfTheBillingCycle() throws Exception {
        SpendTerms terms = TestTerms.of(budget(Unit.POSTS, 10_000));
        assertThat(runUntilUsedUp(terms).posts()).isBetween(9_000L, 10_000L);
        clock.set(Instant.parse("2026-11-15T00:00:01Z"));
        assertThat(runUntilUsedUp(terms).posts()).isBetween(9_000L, 10_000L);
        assertThat(kills).isGreaterThan(2);
    }

    @Test
    void runsStopAtFiftyDollarsWithAllThatComesWithPostsAcrossRestartsAndTheEndOfTheBillingCycle() throws Exception {
        SpendTerms terms = TestTerms.withIncluded(budget(Unit.DOLLARS, 50_000_000));
        assertThat(micros(runUntilUsedUp(terms))).isBetween(20_000_000L, 50_000_000L);
        clock.set(Instant.parse("2026-11-15T00:00:01Z"));
        assertThat(micros(runUntilUsedUp(terms))).isBetween(20_000_000L, 50_000_000L);
        assertThat(kills).isGreaterThan(2);
    }

    private static Budget budget(Unit unit, long most) {
        return new Budget(List.of(new BudgetLimit(BudgetPeriod.CYCLE, unit, most)), new BillingCycle(CYCLE_DAY));
    }

    /** Returns the bill of the day, and requires that the ledger has no less. */
    private BilledDay runUntilUsedUp(SpendTerms terms) throws Exception {
        SpendGuard guard;
        do {
            guard = new SpendGuard(terms, ledger, SpendListener.NONE, clock);
            live(guard);
        } while (guard.pausedUntil().isEmpty());
        assertThat(guard.pausedUntil())
                .contains(terms.budget()
                        .cycle()
                        .next(BudgetPeriod.CYCLE, BillingCycle.dayOf(clock.instant()))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        List<BilledDay> bill = simulator.bill();
        BilledDay today = bill.get(bill.size() - 1);
        assertThat(today.day()).isEqualTo(BillingCycle.dayOf(clock.instant()));
        assertThat(ledger.used(today.day()).posts()).isGreaterThanOrEqualTo(today.posts());
        return today;
    }

    /** The life of a process: it searches until it is killed, or the budget is used up. */
    private void live(SpendGuard guard) throws InterruptedException {
        SearchPoller poller =
                new SearchPoller(new MeteredSearch(mortal(x(), guard), guard), SETTINGS, gap -> {}, new XTime(clock));
        poller.add(new SearchSource(
                "covid", new SearchQuery("#covid19"), cursors, batch -> CompletableFuture.completedFuture(null)));
        try {
            while (guard.pausedUntil().isEmpty()) {
                poller.poll();
                guard.flush();
                clock.pass(Duration.ofSeconds(15));
            }
        } catch (Killed | IOException e) {
            kills++;
        }
    }

    private static void flush(SpendGuard guard) {
        try {
            guard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private XClient x() {
        return new XClient(
                XSettings.of(simulator.baseUri(), new BearerToken("a-token-of-tests"), TestConfig.of(XConfig.class)),
                clock,
                ApiListener.NONE);
    }

    /** X has billed the page, and the process dies before it counts it. What it counts it writes now and then. */
    private SearchApi mortal(XClient x, SpendGuard guard) {
        return request -> {
            if (random.nextInt(3) == 0) {
                flush(guard);
            }
            ApiResult<SearchPage> answer = x.search(request);
            if (random.nextInt(40) == 0) {
                throw new Killed();
            }
            return answer;
        };
    }

    private static long micros(BilledDay bill) {
        return 5_000 * (bill.posts() + bill.includedPosts()) + 10_000 * bill.users() + 5_000 * bill.counts();
    }

    /** The end of a process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
