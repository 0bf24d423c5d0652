package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapState;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.source.FakeCursors;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchRequest;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.gap.FakeLedger;
import io.hashlake.x.gap.GapFiller;
import io.hashlake.x.gap.GapListener;
import io.hashlake.x.gap.GapServices;
import io.hashlake.x.gap.GapsConfig;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.search.SearchPoller;
import io.hashlake.x.search.SearchSettings;
import io.hashlake.x.search.SearchSource;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.client.StreamApi.Stream;
import io.hashlake.x.stream.client.StreamClient;
import io.hashlake.x.walk.MeteredSearch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that is a search, then a stream and then a search again, against the simulator. */
@ServerTest
class KindChangeTest {

    private static final String COVID = "#covid19";
    private static final SearchSettings SEARCH =
            new SearchSettings(SearchRequest.Scope.RECENT, Duration.ofSeconds(1), Duration.ofSeconds(1), 100);
    private static final StreamSettings STREAM = new StreamSettings(
            TestConfig.of(
                    StreamConfig.class,
                    "tag-prefix=mine",
                    "rule-delay=1s",
                    "batch-size=50",
                    "batch-age=100ms",
                    "buffer-bytes=1048576",
                    "lateness=2s"),
            false,
            Duration.ofMinutes(15),
            Duration.ofSeconds(1),
            1_000,
            StreamSettings.Reconnect.DEFAULT);

    private final Clock clock = Clock.systemUTC();
    private final XTime time = new XTime(clock);
    private final FakeCursors cursors = new FakeCursors();
    private final FakeGaps gaps = new FakeGaps();
    private final FakeOutput output = new FakeOutput();
    private Simulator simulator;
    private XSettings x;
    private MeteredSearch search;
    private SearchSource source;

    @BeforeEach
    void simulate() throws IOException {
        SimulatorSettings settings = TestSimulator.settings()
                .withPostsPerSecond(50)
                .withHistory(Duration.ofMinutes(3))
                .withHashtags(List.of("covid19"));
        simulator = Simulator.start(
                settings.withStreams(
                        settings.streams().withHeartbeat(Duration.ofMillis(200)).withRuleDelay(Duration.ofMillis(300))),
                clock,
                0);
        x = XSettings.of(simulator.baseUri(), new BearerToken("a-token-of-tests"), TestConfig.of(XConfig.class));
        search = new MeteredSearch(new XClient(x, time, ApiListener.NONE), SpendGuard.NONE);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void missesNothingOnceTheGapsAreFilledAndDeclaresNothingFromBeforeItBegan() throws Exception {
        Instant began = Instant.now();
        followBySearch();
        forgetKind();
        followByStream();
        forgetKind();
        followBySearch();
        Instant ended = Instant.now().minusSeconds(5);
        List<DeclaredGap> settled = fill();

        assertThat(gaps.declared)
                .extracting(Gap::reason)
                .anyMatch(reason -> reason.startsWith("it was followed by a search before"))
                .anyMatch(reason -> reason.startsWith("it was followed by a stream before"));
        assertThat(gaps.declared).extracting(Gap::from).allMatch(began.minus(Duration.ofMinutes(2))::isBefore);
        assertThat(settled).extracting(DeclaredGap::state).containsOnly(GapState.CLOSED);
        assertThat(output.ids()).containsAll(written(began, ended));
    }

    private void followBySearch() throws InterruptedException {
        source = new SearchSource("covid", new SearchQuery(COVID), cursors, output::take);
        SearchPoller poller = new SearchPoller(search, SEARCH, gaps, time);
        poller.add(source);
        int had = output.ids().size();
        while (output.ids().size() < had + 50 || !cursors.positions.get("covid").startsWith("search:")) {
            poller.poll();
        }
    }

    private void followByStream() {
        StreamClient api = new StreamClient(x, Duration.ofSeconds(2), 1 << 20, time, ApiListener.NONE);
        StreamServices services =
                new StreamServices(api, cursors, gaps, SpendGuard.NONE, new HeardEvents(new ArrayList<>()), clock);
        StreamHub hub = new StreamHub(Stream.FILTERED, services, STREAM);
        hub.add(StreamSource.filtered("covid", new SearchQuery(COVID), output::take));
        int had = output.ids().size();
        hub.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> output.ids().size() > had + 50);
        hub.stop();
    }

    /** As older releases wrote it. */
    private void forgetKind() {
        cursors.positions.computeIfPresent("covid", (name, position) -> position.substring(position.indexOf(':') + 1));
    }

    private List<DeclaredGap> fill() {
        FakeLedger ledger = new FakeLedger();
        gaps.declared.forEach(ledger::declare);
        GapFiller filler = new GapFiller(
                new GapServices(search, null, ledger, cursors, time),
                () -> List.of(source),
                TestConfig.of(GapsConfig.class, "delay=1s", "pages=100", "listed-after=0s", "verify=false"),
                GapListener.NONE);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            filler.poll();
            return ledger.gaps.stream().noneMatch(gap -> gap.state() == GapState.OPEN);
        });
        return ledger.gaps;
    }

    private List<Long> written(Instant from, Instant until) {
        return simulator.truth(COVID).stream()
                .filter(post ->
                        post.createdAt().isAfter(from) && post.createdAt().isBefore(until))
                .map(TruePost::id)
                .toList();
    }
}
