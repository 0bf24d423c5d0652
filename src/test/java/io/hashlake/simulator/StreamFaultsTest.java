package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.RandomFaults;
import io.hashlake.simulator.settings.SimulatedStreamSettings;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.simulator.world.Burst;
import io.hashlake.simulator.world.Deletions;
import io.hashlake.simulator.world.PostTimeline;
import io.hashlake.simulator.world.WorldSettings;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServerTest
class StreamFaultsTest {

    private static final SimulatedStreamSettings STREAMS =
            TestSimulator.streams().withHeartbeat(Duration.ofMillis(100));

    private final FakeClock clock = new FakeClock(Caller.START);
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        start(TestSimulator.settings().withStreams(STREAMS), clock);
    }

    private void start(SimulatorSettings settings, Clock time) throws IOException {
        stop();
        simulator = Simulator.start(settings, time, 0);
        caller = new Caller(simulator);
        caller.addRules("covid=#covid19");
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private List<Long> truth() {
        List<Long> ids = new ArrayList<>();
        simulator
                .streamTruth("#covid19", Caller.START.plusMillis(1), Instant.MAX)
                .forEach(post -> ids.add(0, post.id()));
        return ids;
    }

    private static List<Long> ids(List<JsonNode> lines) {
        return lines.stream().map(line -> line.at("/data/id").asLong()).toList();
    }

    private String outcome() {
        await().until(() -> simulator.streams().get(0).outcome() != null);
        return simulator.streams().get(0).outcome();
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL_DISCONNECT,OperationalDisconnect",
        "UPSTREAM_OPERATIONAL_DISCONNECT,UpstreamOperationalDisconnect",
        "FORCE_DISCONNECT,ForceDisconnect",
        "UPSTREAM_UNCLEAN_DISCONNECT,UpstreamUncleanDisconnect",
        "SLOW_READER,SlowReader",
        "INTERNAL_ERROR,InternalError",
        "CLIENT_APPLICATION_STATE_DEGRADED,ClientApplicationStateDegraded",
        "INVALID_RULES,InvalidRules",
    })
    void aStreamSaysWhyItEnds(FaultKind kind, String type) {
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            simulator.fail(kind, 1);

            JsonNode error = stream.await(1).get(0).at("/errors/0");
            assertThat(error.get("disconnect_type").asText()).isEqualTo(type);
            assertThat(error.get("title").asText()).isEqualTo("operational-disconnect");
            assertThat(error.get("type").asText()).endsWith("/operational-disconnect");
            assertThat(stream.awaitEnd()).isNull();
            assertThat(outcome()).isEqualTo(kind.toString());
            assertThat(caller.stream(Caller.STREAM).status()).isEqualTo(200);
        }
    }

    @Test
    void aStalledStreamIsSilentUntilItsClientComesAgain() {
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            stream.awaitHeartbeats(2);
            simulator.fail(FaultKind.STALL, 1);
            await().until(() -> {
                long before = stream.heartbeats();
                return !stream.isOver() && isSilent(stream, before);
            });
            clock.pass(Duration.ofMinutes(1));
            assertThat(stream.lines()).isEmpty();
            assertThat(truth()).isNotEmpty();
        }
        assertThat(caller.stream(Caller.STREAM).status()).isEqualTo(200);
    }

    private static boolean isSilent(StreamClient stream, long heartbeats) {
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        return stream.heartbeats() == heartbeats;
    }

    @Test
    void aLineIsCut() {
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            simulator.fail(FaultKind.CUT_LINE, 1);
            clock.pass(Duration.ofSeconds(10));

            assertThat(stream.awaitEnd()).isNull();
            assertThat(stream.lines()).hasSize(1);
            assertThat(isJson(stream.lines().get(0))).isFalse();
            assertThat(outcome()).isEqualTo("cut-line");
            assertThat(simulator.deliveries()).isEmpty();
        }
    }

    @Test
    void aConnectionIsDroppedInTheMiddleOfALine() {
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            simulator.fail(FaultKind.RESET_LINE, 1);
            clock.pass(Duration.ofSeconds(10));

            assertThat(stream.awaitEnd()).isInstanceOf(IOException.class);
            assertThat(stream.lines()).hasSize(1);
            assertThat(outcome()).isEqualTo("reset-line");
        }
    }

    @Test
    void aBrokenLineComesBeforeThePost() {
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            simulator.fail(FaultKind.BROKEN_LINE, 1);
            clock.pass(Duration.ofSeconds(30));
            await().until(() -> stream.lines().size() == truth().size() + 1);

            List<String> lines = new ArrayList<>(stream.lines());
            assertThat(isJson(lines.remove(0))).isFalse();
            assertThat(ids(lines.stream().map(StreamClient::json).toList())).isEqualTo(truth());
        }
    }

    private static boolean isJson(String line) {
        try {
            Caller.JSON.readTree(line);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Test
    void aPostComesTwice() {
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            simulator.fail(FaultKind.DUPLICATE_LINE, 2);
            clock.pass(Duration.ofSeconds(30));
            List<Long> ids = ids(stream.await(truth().size() + 2));

            assertThat(ids).hasSize(truth().size() + 2);
            assertThat(ids.get(0)).isEqualTo(ids.get(1));
            assertThat(new HashSet<>(ids)).isEqualTo(Set.copyOf(truth()));
            assertThat(simulator.streamTruth("#covid19", Instant.MIN, Instant.MAX).stream()
                            .mapToInt(TruePost::timesServed)
                            .sum())
                    .isEqualTo(ids.size());
        }
    }

    @Test
    void aPostIsOvertaken() {
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            simulator.fail(FaultKind.LATE_LINE, 1);
            clock.pass(Duration.ofSeconds(30));
            List<Long> expected = truth();
            assertThat(ids(stream.await(expected.size() - 1))).isEqualTo(expected.subList(1, expected.size()));

            clock.pass(STREAMS.latest());
            await().until(() -> ids(stream.await(expected.size())).contains(expected.get(0)));
        }
    }

    @Test
    void someComeLateAndSomeTwice() throws IOException {
        start(
                TestSimulator.settings()
                        .withStreams(STREAMS.withLate(0.3, Duration.ofSeconds(20)))
                        .withDuplicates(0.2),
                clock);
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            clock.pass(Duration.ofMinutes(1));
            List<Long> expected = truth();
            stream.awaitHeartbeats(1);
            clock.pass(Duration.ofSeconds(20));
            await().until(() -> Set.copyOf(ids(stream.await(1))).containsAll(expected));

            List<Long> ids = ids(stream.await(1));
            assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
            assertThat(ids).hasSizeGreaterThan(new HashSet<>(ids).size());
        }
    }

    @Test
    void faultsByChanceFollowFromTheSeedAndLoseOnlyWhatTheyStrike() throws IOException {
        RandomFaults faults = new RandomFaults(0.05, List.of(FaultKind.FORCE_DISCONNECT, FaultKind.CUT_LINE));
        List<List<Long>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            FakeClock time = new FakeClock(Caller.START);
            start(TestSimulator.settings().withStreams(STREAMS.withFaults(faults)), time);
            runs.add(followed(time));
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).hasSizeGreaterThan(5);
    }

    /** First posts of three connections, and the last. */
    private List<Long> followed(FakeClock time) {
        List<Long> seen = new ArrayList<>();
        for (int connection = 0; connection < 3; connection++) {
            try (StreamClient stream = caller.stream(Caller.STREAM)) {
                time.pass(Duration.ofMinutes(10));
                stream.awaitEnd();
                stream.lines().stream()
                        .filter(StreamFaultsTest::isJson)
                        .map(StreamClient::json)
                        .filter(line -> line.has("data"))
                        .forEach(line -> seen.add(line.at("/data/id").asLong()));
            }
            await().until(() -> simulator.streams().stream().allMatch(session -> session.closed() != null));
        }
        return seen;
    }

    @Test
    void connectingFailsAsAnyRequestDoes() throws IOException {
        simulator.fail(FaultKind.UNAVAILABLE, 1);
        assertThat(caller.get(Caller.STREAM).statusCode()).isEqualTo(503);
        simulator.fail(FaultKind.RATE_LIMITED, 1);
        assertThat(caller.get(Caller.STREAM).statusCode()).isEqualTo(429);
        simulator.fail(FaultKind.RESET, 1);
        assertThat(RawCaller.get(caller.uri(Caller.STREAM))).isEmpty();
        assertThat(caller.stream(Caller.STREAM).status()).isEqualTo(200);
    }

    @Test
    void aGhostIsInTheWayUntilItsTimeIsOver() {
        simulator.fail(FaultKind.GHOST, 1);
        caller.stream(Caller.STREAM).close();
        assertThat(caller.get(Caller.STREAM).statusCode()).isEqualTo(429);
        assertThat(outcome()).isEqualTo("client-gone");

        clock.pass(STREAMS.ghost());
        assertThat(caller.stream(Caller.STREAM).status()).isEqualTo(200);
    }

    @Test
    void aGhostIsClosedOnDemand() {
        simulator.fail(FaultKind.GHOST, 1);
        caller.stream(Caller.STREAM).close();
        assertThat(caller.get(Caller.STREAM).statusCode()).isEqualTo(429);

        assertThat(Caller.json(caller.delete("/2/connections/all"))
                        .at("/data/successful_kills")
                        .asInt())
                .isEqualTo(1);
        assertThat(caller.stream(Caller.STREAM).status()).isEqualTo(200);
    }

    @Test
    void aSlowReaderIsDisconnected() throws IOException {
        start(
                TestSimulator.settings()
                        .withPostsPerSecond(20_000)
                        .withHistory(Duration.ZERO)
                        .withStreams(STREAMS.withBuffer(Duration.ofSeconds(1))),
                Clock.systemUTC());
        URI uri = caller.uri(Caller.STREAM);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String request = "GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo('H');

            await().until(() -> simulator.streams().get(0).closed() != null);
            assertThat(simulator.streams().get(0).outcome()).isEqualTo("slow-reader");
        }
        assertThat(caller.stream(Caller.STREAM).status()).isEqualTo(200);
    }

    @Test
    void deletedPostsVanishFromSearchAndLateStreams() throws IOException {
        WorldSettings world = TestSimulator.world().withDeletions(new Deletions(0.3, Duration.ofMinutes(1)));
        start(TestSimulator.settings().withWorld(world).withStreams(STREAMS.withBackfill(true)), clock);
        List<TruePost> truth = simulator.truth("#covid19");
        List<Long> kept = truth.stream()
                .filter(post -> post.deletedAt().isAfter(clock.instant()))
                .map(TruePost::id)
                .toList();

        assertThat(kept).hasSizeBetween(truth.size() / 2, truth.size() * 9 / 10);
        assertThat(caller.ids("query=#covid19", "max_results=100")).isEqualTo(kept);
        try (StreamClient stream = caller.stream(Caller.STREAM, "backfill_minutes=5")) {
            stream.awaitHeartbeats(1);
            assertThat(simulator.streamTruth("#covid19", Instant.MIN, Instant.MAX))
                    .filteredOn(post -> post.timesServed() > 0)
                    .isNotEmpty()
                    .allMatch(post -> post.deletedAt().isAfter(clock.instant()));
        }
    }

    @Test
    void inABurstMoreIsWritten() {
        clock.pass(Duration.ofSeconds(1));
        List<Long> before =
                simulator.truth("#covid19").stream().map(TruePost::id).toList();
        simulator.burst(20, Duration.ofSeconds(10));
        assertThat(simulator.truth("#covid19")).extracting(TruePost::id).isEqualTo(before);

        clock.pass(Duration.ofMinutes(1));
        Instant from = Caller.START.plusSeconds(1).plusMillis(100);
        assertThat(written(from, 10)).isBetween(3_800, 4_200);
        assertThat(written(from.plusSeconds(10), 10)).isBetween(180, 280);
        List<Long> ids = truth();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    /** Posts of so many seconds. */
    private int written(Instant from, int seconds) {
        PostTimeline timeline = simulator.world().timeline();
        IdBounds window = new IdBounds(0, Long.MAX_VALUE).from(from).before(from.plusSeconds(seconds));
        return (int) (timeline.firstFrom(window.below()) - timeline.firstFrom(window.above() + 1));
    }

    @Test
    void burstsCanBePlanned() throws IOException {
        Burst burst = new Burst(Duration.ofSeconds(10), Duration.ofSeconds(5), 10);
        WorldSettings world = TestSimulator.world().withBursts(List.of(burst));
        start(TestSimulator.settings().withWorld(world), clock);
        clock.pass(Duration.ofMinutes(1));

        assertThat(written(Caller.START, 10)).isBetween(195, 215);
        assertThat(written(Caller.START.plusSeconds(10), 5)).isBetween(950, 1_010);
    }

    @Test
    void controlTakesOrdersAndTellsTheTruthOfStreams() throws IOException {
        assertThat(caller.post("/simulator/bursts", "{\"factor\":20,\"seconds\":10}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(caller.post("/simulator/bursts", "{\"factor\":0}").statusCode())
                .isEqualTo(400);
        try (StreamClient stream = caller.stream(Caller.STREAM)) {
            clock.pass(Duration.ofSeconds(10));
            List<Long> expected = truth();
            assertThat(ids(stream.await(expected.size()))).isEqualTo(expected);
            assertThat(caller.post("/simulator/faults", "{\"kind\":\"force-disconnect\"}")
                            .statusCode())
                    .isEqualTo(204);
            stream.awaitEnd();

            List<JsonNode> truth =
                    lines("/simulator/truth", "source=stream", "query=#covid19", "from=2026-11-22T10:17:31.251Z");
            assertThat(truth)
                    .hasSameSizeAs(expected)
                    .allMatch(post -> post.get("times_served").asInt() == 1);
            List<JsonNode> deliveries = lines("/simulator/deliveries");
            assertThat(deliveries.stream().map(post -> post.get("id").asLong())).isEqualTo(expected);
            assertThat(deliveries).allMatch(post -> post.at("/tags/0").asText().equals("covid"));
            await().until(() -> lines("/simulator/streams").get(0).has("outcome"));
            assertThat(lines("/simulator/streams").get(0).get("posts").asInt()).isEqualTo(expected.size());
        }
        assertThat(lines("/simulator/truth", "source=sample"))
                .hasSize(simulator.sampleTruth(Instant.MIN, Instant.MAX).size());
    }

    private List<JsonNode> lines(String path, String... parameters) {
        return new String(caller.get(path, parameters).body(), StandardCharsets.UTF_8)
                .lines()
                .map(StreamClient::json)
                .toList();
    }

    @Test
    void onlyFaultsOfStreamsBefallStreamsByChance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        STREAMS.withFaults(new RandomFaults(0.1, Collections.singletonList(FaultKind.UNAVAILABLE))));
    }
}
