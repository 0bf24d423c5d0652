package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.Gap;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.spend.FakeSpend;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendListener;
import io.hashlake.x.spend.TestTerms;
import io.hashlake.x.stream.client.StreamApi;
import io.hashlake.x.stream.client.StreamClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream with a budget, against the simulator over HTTP, some seconds before midnight. */
@ServerTest
class SimulatedStreamBudgetTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int POSTS = 150;

    private final Clock clock =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MIDNIGHT.minusSeconds(5)));
    private final FakeCursors cursors = new FakeCursors();
    private final FakeGaps gaps = new FakeGaps();
    private final FakeSpend ledger = new FakeSpend();
    private final FakeOutput output = new FakeOutput();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final SpendGuard guard = new SpendGuard(TestTerms.posts(POSTS, 100_000), ledger, SpendListener.NONE, clock);
    private final StreamSource covid = StreamSource.filtered("covid19", new SearchQuery("#covid19"), output::take);
    private Simulator simulator;
    private StreamHub hub;

    @BeforeEach
    void start() throws IOException {
        SimulatorSettings settings = TestSimulator.settings()
                .withPostsPerSecond(300)
                .withHistory(Duration.ofMinutes(1))
                .withHashtags(List.of("covid19"));
        simulator = Simulator.start(
                settings.withStreams(
                        settings.streams().withHeartbeat(Duration.ofMillis(200)).withRuleDelay(Duration.ofMillis(100))),
                clock,
                0);
        XSettings x =
                XSettings.of(simulator.baseUri(), new BearerToken("a-token-of-tests"), TestConfig.of(XConfig.class));
        StreamApi api = new StreamClient(x, Duration.ofSeconds(2), 1 << 20, new XTime(clock), ApiListener.NONE);
        hub = new StreamHub(
                StreamApi.Stream.FILTERED,
                new StreamServices(api, cursors, gaps, guard, new HeardEvents(heard), clock),
                SimulatedStreamTest.SETTINGS);
        hub.add(covid);
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop();
        simulator.close();
    }

    @Test
    void hangsUpBeforeTheBudgetIsExceededAndDeclaresTheGapWhenItGoesOnAtMidnight() throws Exception {
        await().until(() -> covid.status() instanceof SourceStatus.Waiting);
        assertThat(output.ids()).hasSize(POSTS);
        assertThat(heard).contains("disconnected budget");
        assertThat(((SourceStatus.Waiting) covid.status()).until()).isEqualTo(MIDNIGHT);
        guard.flush();
        assertThat(ledger.posts(TODAY, "covid19")).isEqualTo(POSTS);

        await().until(() -> output.ids().size() > POSTS);
        await().until(() -> covid.status() instanceof SourceStatus.Waiting);
        assertThat(output.ids()).hasSize(2 * POSTS);
        Gap pause = gaps.declared.stream()
                .filter(gap -> gap.reason().contains("the budget of " + POSTS + " posts per day is used up"))
                .findFirst()
                .orElseThrow();
        assertThat(pause.to()).isAfterOrEqualTo(MIDNIGHT);
        assertThat(missing(pause)).isEmpty();
    }

    /** What was written between the two pauses and neither came nor lies in the gap. */
    private List<Long> missing(Gap pause) {
        List<Tweet> had = output.tweets();
        Instant until = had.get(had.size() - 1).createdAt();
        List<Long> ids = output.ids();
        return simulator.streamTruth("#covid19", pause.from(), until.minusSeconds(1)).stream()
                .filter(post -> !post.createdAt().isBefore(pause.to()))
                .map(TruePost::id)
                .filter(id -> !ids.contains(id))
                .toList();
    }
}
