package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.Gap;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Resource;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.BilledDay;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.FakeClock;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.ledger.JdbcGaps;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.warehouse.ledger.SpendReader;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.CountsRequest;
import io.hashlake.x.client.PostCounts;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.gap.GapFiller;
import io.hashlake.x.gap.GapListener;
import io.hashlake.x.gap.GapServices;
import io.hashlake.x.gap.GapsConfig;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.search.SearchPoller;
import io.hashlake.x.search.SearchSettings;
import io.hashlake.x.search.SearchSource;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.SpendTerms;
import io.hashlake.x.spend.TestTerms;
import io.hashlake.x.stream.client.StreamApi;
import io.hashlake.x.stream.client.StreamClient;
import io.hashlake.x.walk.MeteredCounts;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream, a search, the filling of a gap and requests for counts in one deployment, against the simulator's bill. */
@ServerTest
class SharedBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate TODAY = BillingCycle.dayOf(NOON);
    private static final SearchSettings SETTINGS =
            new SearchSettings(SearchRequest.Scope.RECENT, Duration.ofSeconds(15), Duration.ofMinutes(5), 100);
    private static final GapsConfig GAPS =
            TestConfig.of(GapsConfig.class, "delay=30s", "pages=3", "listed-after=60s", "verify=true");

    private final FakeClock clock = new FakeClock(NOON);
    private final DataSource database = TestWarehouse.migrated();
    private final JdbcSpend ledger = new JdbcSpend(database);
    private final SpendReader reader = new SpendReader(database);
    private final FakeCursors cursors = new FakeCursors();
    private final FakeOutput output = new FakeOutput();
    private final StreamSource streamed = StreamSource.filtered("streamed", new SearchQuery("#climate"), output::take);
    private Simulator simulator;
    private SpendGuard guard;
    private SearchPoller poller;
    private GapFiller filler;
    private MeteredCounts counts;
    private StreamHub hub;

    @AfterEach
    void stop() {
        hub.stop();
        simulator.close();
    }

    @Test
    void theLedgerHoldsWhatXBillsToThePost() throws Exception {
        deploy(TestTerms.withIncluded(Budget.UNLIMITED));
        for (int i = 0; i < 10; i++) {
            turn();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            guard.flush();
            return counted(Resource.POST) == simulator.bill().get(0).posts();
        });
        guard.close();

        BilledDay bill = simulator.bill().get(0);
        assertThat(counted(Resource.POST)).isEqualTo(bill.posts());
        assertThat(cost(Resource.POST) + cost(Resource.INCLUDED_POST))
                .isEqualTo(5_000 * (bill.posts() + bill.includedPosts()));
        assertThat(counted(Resource.USER)).isEqualTo(bill.users()).isPositive();
        assertThat(counted(Resource.COUNTS_RECENT)).isEqualTo(bill.counts()).isGreaterThan(10);
        assertThat(reader.bySource(TODAY))
                .extracting("source")
                .contains("searched", "searched.gaps", "streamed", "x:estimate");
    }

    @Test
    void allStopWhereTheirCommonBudgetEnds() throws Exception {
        Budget budget = TestTerms.dollars(BudgetPeriod.CYCLE, "8");
        deploy(TestTerms.withIncluded(budget));
        while (guard.pausedUntil().isEmpty()) {
            turn();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            clock.pass(Duration.ofSeconds(1));
            return streamed.status() instanceof SourceStatus.Waiting;
        });
        assertThat(estimate()).isInstanceOf(ApiResult.Wait.class);
        guard.close();

        long spent = ledger.totals(TODAY, budget.cycle())
                .of(BudgetPeriod.CYCLE)
                .dollars()
                .micros();
        assertThat(spent).isBetween(7_000_000L, 8_000_000L);
        assertThat(reader.bySource(TODAY)).extracting("source").contains("searched", "streamed", "x:estimate");
    }

    private void deploy(SpendTerms terms) throws IOException {
        SimulatorSettings settings =
                TestSimulator.settings().withPostsPerSecond(5).withHashtags(List.of("covid19", "climate"));
        simulator = Simulator.start(
                settings.withStreams(
                        settings.streams().withHeartbeat(Duration.ofMillis(200)).withRuleDelay(Duration.ofMillis(100))),
                clock,
                0);
        XSettings connection =
                XSettings.of(simulator.baseUri(), new BearerToken("a-token-of-tests"), TestConfig.of(XConfig.class));
        XClient x = new XClient(connection, clock, ApiListener.NONE);
        guard = new SpendGuard(terms, ledger, SpendListener.NONE, clock);
        search(new MeteredSearch(x, guard), x);
        counts = new MeteredCounts(x, guard, "x:estimate");
        StreamApi api = new StreamClient(
                connection, Duration.ofSeconds(5), 1 << 20, new XTime(Clock.systemUTC()), ApiListener.NONE);
        hub = new StreamHub(
                StreamApi.Stream.FILTERED,
                new StreamServices(api, cursors, new FakeGaps(), guard, new HeardEvents(new ArrayList<>()), clock),
                SimulatedStreamTest.SETTINGS);
        hub.add(streamed);
        hub.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> !simulator.streams().isEmpty());
    }

    private void search(MeteredSearch search, XClient x) throws IOException {
        JdbcGaps gaps = new JdbcGaps(database, clock);
        SearchSource searched = new SearchSource(
                "searched", new SearchQuery("#covid19"), cursors, batch -> CompletableFuture.completedFuture(null));
        poller = new SearchPoller(search, SETTINGS, gaps, new XTime(clock));
        poller.add(searched);
        gaps.declare(new Gap("searched", NOON.minus(Duration.ofMinutes(12)), NOON.minusSeconds(360), "outage"));
        filler = new GapFiller(
                new GapServices(search, x, gaps, cursors, new XTime(clock)),
                () -> List.of(searched),
                GAPS,
                GapListener.NONE);
    }

    private void turn() throws Exception {
        clock.pass(Duration.ofSeconds(15));
        poller.poll();
        filler.poll();
        estimate();
        guard.flush();
    }

    private ApiResult<PostCounts> estimate() throws InterruptedException {
        return counts.counts(new CountsRequest("#climate", CountsRequest.Granularity.DAY, 0, 0, null));
    }

    private long counted(Resource resource) throws IOException {
        return reader.lines(TODAY, TODAY.plusDays(1), 1_000).stream()
                .filter(line -> line.item().resource() == resource)
                .mapToLong(line -> line.amount())
                .sum();
    }

    private long cost(Resource resource) throws IOException {
        return reader.lines(TODAY, TODAY.plusDays(1), 1_000).stream()
                .filter(line -> line.item().resource() == resource)
                .mapToLong(line -> line.item().price().times(line.amount()).micros())
                .sum();
    }
}
