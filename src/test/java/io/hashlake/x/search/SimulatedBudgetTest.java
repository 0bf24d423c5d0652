package io.hashlake.x.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.Gap;
import io.hashlake.core.TweetBatch;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.Usage;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.spend.FakeSpend;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.SpendTerms;
import io.hashlake.x.spend.TestTerms;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches with a budget, against the simulator over HTTP, which knows how many posts were read. */
@ServerTest
class SimulatedBudgetTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T23:55:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final long PER_DAY = 700;
    private static final SpendTerms TERMS = TestTerms.posts(PER_DAY, 100_000);
    private static final SearchSettings SETTINGS =
            new SearchSettings(SearchRequest.Scope.RECENT, Duration.ofSeconds(15), Duration.ofMinutes(15), 100);

    private final FakeClock clock = new FakeClock(EVENING);
    private final FakeSpend ledger = new FakeSpend();
    private final FakeCursors cursors = new FakeCursors();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<TweetBatch> batches = new ArrayList<>();
    private Simulator simulator;
    private XClient x;
    private SpendGuard guard;
    private SearchPoller poller;
    private SearchSource covid;

    @BeforeEach
    void simulate() throws IOException {
        SimulatorSettings settings =
                TestSimulator.settings().withPostsPerSecond(1).withHashtags(List.of("covid19", "climate"));
        simulator = Simulator.start(settings, clock, 0);
        x = new XClient(
                XSettings.of(simulator.baseUri(), new BearerToken("a-token-of-tests"), TestConfig.of(XConfig.class)),
                clock,
                ApiListener.NONE);
        guard = new SpendGuard(TERMS, ledger, SpendListener.NONE, clock);
        poller = new SearchPoller(new MeteredSearch(x, guard), SETTINGS, gaps::add, new XTime(clock));
        covid = follow("covid", "#covid19");
        follow("climate", "#climate");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void pausesBeforeTheBudgetIsExceededGoesOnAtMidnightAndMissesNothing() throws Exception {
        Instant next = poller.poll();
        assertThat(next).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(covid.status()).isInstanceOf(SourceStatus.Waiting.class);
        assertThat(readAsXSays()).isBetween(PER_DAY - 9, PER_DAY);
        guard.flush();
        assertThat(ledger.used(TODAY).posts()).isBetween(readAsXSays(), PER_DAY);

        clock.pass(Duration.between(clock.instant(), next));
        long before = readAsXSays();
        pollUntilCaughtUp();
        guard.close();
        assertThat(ledger.used(TODAY.plusDays(1)).posts()).isPositive().isEqualTo(readAsXSays() - before);
        assertThat(ids("covid")).doesNotHaveDuplicates().containsAll(written("covid19"));
        assertThat(gaps).isEmpty();
    }

    @Test
    void everySourceBearsItsPostsAndTogetherTheyBearWhatXCounts() throws Exception {
        poller.poll();
        guard.close();
        long covids = ledger.posts(TODAY, "covid");
        long climates = ledger.posts(TODAY, "climate");
        assertThat(covids).isGreaterThan(climates).isPositive();
        assertThat(climates).isPositive();
        assertThat(covids + climates).isEqualTo(readAsXSays());
    }

    private SearchSource follow(String name, String query) {
        SearchSource source = new SearchSource(name, new SearchQuery(query), cursors, batch -> {
            batches.add(batch);
            return CompletableFuture.completedFuture(null);
        });
        poller.add(source);
        return source;
    }

    private void pollUntilCaughtUp() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            poller.poll();
        }
        assertThat(covid.status()).isInstanceOf(SourceStatus.Running.class);
    }

    private long readAsXSays() throws InterruptedException {
        return ((ApiResult.Ok<Usage>) x.usage()).value().used();
    }

    private List<Long> ids(String source) {
        return batches.stream()
                .filter(batch -> batch.origin().equals(source))
                .flatMap(batch -> batch.tweets().stream())
                .map(Tweet::id)
                .toList();
    }

    private List<Long> written(String hashtag) {
        return simulator.truth("#" + hashtag).stream()
                .filter(post -> post.createdAt().isAfter(EVENING.minus(SETTINGS.lookBack())))
                .filter(post -> post.createdAt().isBefore(clock.instant().minus(Duration.ofMinutes(1))))
                .map(TruePost::id)
                .toList();
    }
}
