package io.hashlake.x.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.Position;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.TestSimulator;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.StreamSession;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.ApiResult;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.client.XTime;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.StreamApi;
import io.hashlake.x.stream.client.StreamClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hub against the simulator, over HTTP: whatever happens, each post is there or lies in a declared gap. */
@ServerTest
class SimulatedStreamTest {

    /** The simulator shares its processors with others, and may be late by more than it wants to be. */
    private static final Duration LATENESS = Duration.ofMillis(1500);

    private static final Duration SILENCE = Duration.ofMillis(700);
    private static final List<FaultKind> ENDS = List.of(
            FaultKind.OPERATIONAL_DISCONNECT,
            FaultKind.UPSTREAM_OPERATIONAL_DISCONNECT,
            FaultKind.FORCE_DISCONNECT,
            FaultKind.UPSTREAM_UNCLEAN_DISCONNECT,
            FaultKind.SLOW_READER,
            FaultKind.INTERNAL_ERROR,
            FaultKind.CLIENT_APPLICATION_STATE_DEGRADED,
            FaultKind.INVALID_RULES,
            FaultKind.STALL,
            FaultKind.CUT_LINE,
            FaultKind.RESET_LINE);
    private static final String COVID = "#covid19";
    private static final String CLIMATE = "#climate";

    private final FakeCursors cursors = new FakeCursors();
    private final FakeGaps gaps = new FakeGaps();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final FakeOutput covid = new FakeOutput();
    private final FakeOutput climate = new FakeOutput();
    private Simulator simulator;
    private StreamApi api;
    private StreamHub hub;

    @BeforeEach
    void simulate() throws IOException {
        SimulatorSettings settings = TestSimulator.settings()
                .withPostsPerSecond(200)
                .withHistory(Duration.ofMinutes(1))
                .withHashtags(List.of("covid19", "climate"));
        simulator = Simulator.start(
                settings.withStreams(settings.streams()
                        .withHeartbeat(Duration.ofMillis(200))
                        .withLate(0.05, Duration.ofMillis(200))
                        .withRuleDelay(Duration.ofMillis(300))
                        .withSample(0.5)),
                Clock.systemUTC(),
                0);
        XSettings x =
                XSettings.of(simulator.baseUri(), new BearerToken("a-token-of-tests"), TestConfig.of(XConfig.class));
        api = new StreamClient(x, SILENCE, 1 << 20, new XTime(Clock.systemUTC()), ApiListener.NONE);
    }

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.stop();
        }
        simulator.close();
    }

    @Test
    void everyPostOfAHashtagComesOnce() {
        start(covid(), climate());
        awaitPosts(covid, 200);
        awaitPosts(climate, 20);
        assertNothingLost(COVID, covid);
        assertNothingLost(CLIMATE, climate);
        assertThat(covid.ids()).doesNotHaveDuplicates();
        assertThat(covid.tweets()).extracting(Tweet::followed).containsOnly(List.of("covid19"));
        assertThat(gaps.declared).hasSize(2);
    }

    @Test
    void afterEveryKindOfEndItConnectsAgainAndDeclaresTheGap() {
        start(covid());
        awaitPosts(covid, 20);
        for (FaultKind kind : ENDS) {
            long before = sessions();
            simulator.fail(kind, 1);
            await().until(() -> sessions() == before + 1);
            awaitPosts(covid, covid.ids().size() + 5);
        }
        assertThat(heard.stream().filter(event -> event.startsWith("disconnected")))
                .containsExactlyElementsOf(ENDS.stream()
                        .map(kind -> "disconnected " + expected(kind))
                        .toList());
        assertNothingLost(COVID, covid);
    }

    @Test
    void aBadLineDoesNotEndTheStream() {
        start(covid());
        awaitPosts(covid, 20);
        for (FaultKind kind : List.of(FaultKind.BROKEN_LINE, FaultKind.DUPLICATE_LINE, FaultKind.LATE_LINE)) {
            simulator.fail(kind, 3);
            awaitPosts(covid, covid.ids().size() + 50);
        }
        assertThat(sessions()).isEqualTo(1);
        assertNothingLost(COVID, covid);
        assertThat(covid.batches.stream()
                        .mapToLong(batch -> batch.rejected().size())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void aConnectionThatIsRefusedIsAskedForAgain() {
        simulator.fail(FaultKind.UNAVAILABLE, 1);
        simulator.fail(FaultKind.RESET, 1);
        simulator.fail(FaultKind.RATE_LIMITED, 1);
        start(covid());
        awaitPosts(covid, 20);
        assertNothingLost(COVID, covid);
    }

    @Test
    void aWrongTokenStopsTheSource() {
        simulator.fail(FaultKind.UNAUTHORIZED, 1);
        StreamSource source = covid();
        start(source);
        await().until(() -> source.status() instanceof SourceStatus.Stopped);
        assertThat(source.status()).asString().contains("bearer token");
    }

    @Test
    void theConnectionOfAKilledProcessIsClosed() {
        simulator.fail(FaultKind.GHOST, 1);
        start(covid());
        awaitPosts(covid, 20);
        hub.stop();
        start(covid());
        awaitPosts(covid, covid.ids().size() + 20);
        assertThat(simulator.requests()).containsKey("DELETE /2/connections/all");
        assertNothingLost(COVID, covid);
    }

    @Test
    void aHashtagThatIsAddedByARestartTakesNothingFromTheOthers() throws Exception {
        start(covid());
        awaitPosts(covid, 20);
        Rule before = rules().get(0);
        hub.stop();
        start(covid(), climate());
        awaitPosts(covid, covid.ids().size() + 50);
        awaitPosts(climate, 10);
        assertThat(rules()).hasSize(2).contains(before);
        assertNothingLost(COVID, covid);
        assertNothingLost(CLIMATE, climate);
    }

    @Test
    void aHashtagThatIsRemovedByARestartHasNoRuleAnyMore() throws Exception {
        start(covid(), climate());
        awaitPosts(covid, 20);
        hub.stop();
        assertThat(rules()).hasSize(2);
        start(covid());
        await().until(() -> rules().size() == 1);
        assertThat(rules()).extracting(Rule::tag).containsExactly("mine:covid19");
    }

    @Test
    void aRuleThatXCannotReadStopsItsSourceAlone() {
        StreamSource wrong = StreamSource.filtered("wrong", new SearchQuery("(#a OR"), climate::take);
        start(wrong, covid());
        awaitPosts(covid, 20);
        assertThat(wrong.status())
                .isInstanceOf(SourceStatus.Stopped.class)
                .asString()
                .contains("x:stream/wrong");
    }

    @Test
    void aSlowReaderIsDisconnectedAndNothingIsLostUndeclared() {
        start(covid());
        awaitPosts(covid, 20);
        covid.room.drainPermits();
        simulator.burst(50, Duration.ofSeconds(2));
        await().until(() -> hub.bufferedBytes() > 100_000);
        covid.room.release(1_000_000);
        awaitPosts(covid, covid.ids().size() + 200);
        assertNothingLost(COVID, covid);
    }

    @Test
    void theSampleIsTaken() {
        hub = new StreamHub(StreamApi.Stream.SAMPLE, services(), SETTINGS);
        hub.add(StreamSource.sample("sample", covid::take));
        hub.start();
        awaitPosts(covid, 1);
        Instant from = Instant.now();
        awaitPosts(covid, covid.ids().size() + 200);
        Instant until = Instant.now();
        await().until(() -> time(cursors.positions.get("sample")).isAfter(until.plus(LATENESS)));
        assertThat(covid.ids())
                .containsAll(simulator.sampleTruth(from, until).stream()
                        .map(TruePost::id)
                        .toList());
        assertThat(gaps.declared).isEmpty();
    }

    static final StreamSettings SETTINGS = new StreamSettings(
            TestConfig.of(
                    StreamConfig.class,
                    "tag-prefix=mine",
                    "rule-delay=400ms",
                    "batch-size=100",
                    "batch-age=50ms",
                    "buffer-bytes=200000",
                    "lateness=" + LATENESS),
            false,
            Duration.ofMinutes(15),
            Duration.ofMillis(500),
            10_000,
            new StreamSettings.Reconnect(
                    Duration.ofMillis(10),
                    Duration.ofMillis(100),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100),
                    Duration.ofMillis(10),
                    Duration.ofSeconds(30)));

    private void start(StreamSource... sources) {
        hub = new StreamHub(StreamApi.Stream.FILTERED, services(), SETTINGS);
        List.of(sources).forEach(hub::add);
        hub.start();
    }

    private StreamServices services() {
        return new StreamServices(api, cursors, gaps, SpendGuard.NONE, new HeardEvents(heard), Clock.systemUTC());
    }

    private StreamSource covid() {
        return StreamSource.filtered("covid19", new SearchQuery(COVID), covid::take);
    }

    private StreamSource climate() {
        return StreamSource.filtered("climate", new SearchQuery(CLIMATE), climate::take);
    }

    private List<Rule> rules() throws InterruptedException {
        return ((ApiResult.Ok<List<Rule>>) api.rules().answer()).value();
    }

    private long sessions() {
        return simulator.streams().stream().map(StreamSession::number).count();
    }

    private static void awaitPosts(FakeOutput output, int posts) {
        await().until(() -> output.ids().size() >= posts);
    }

    private static String expected(FaultKind kind) {
        return switch (kind) {
            case STALL -> "silent";
            case CUT_LINE -> "ended";
            case RESET_LINE -> "network";
            default -> kind.toString().replace('-', '_');
        };
    }

    private static Instant time(String position) {
        return StreamPosition.of(Position.parse(position)).time();
    }

    /** Every post since the source began is there, or was written in a declared gap; and most are there. */
    private void assertNothingLost(String query, FakeOutput output) {
        String name = query.substring(1);
        Instant began = time(output.batches.get(0).start());
        Instant until = Instant.now();
        await().until(() -> cursors.positions.get(name) != null
                && time(cursors.positions.get(name)).isAfter(until.plus(LATENESS)));
        Set<Long> had = new HashSet<>(output.ids());
        List<TruePost> truth = simulator.streamTruth(query, began, until);
        List<TruePost> missing =
                truth.stream().filter(post -> !had.contains(post.id())).toList();
        assertThat(missing)
                .as("missing until %s, gaps %s, sessions %s", until, gaps.declared, simulator.streams())
                .allMatch(post -> gaps.declared.stream()
                        .anyMatch(gap -> gap.source().equals(name)
                                && !post.createdAt().isBefore(gap.from())
                                && post.createdAt().isBefore(gap.to())));
        assertThat(had).isNotEmpty();
    }
}
