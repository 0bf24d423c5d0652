package io.hashlake.x.stream;

import static io.hashlake.x.stream.FakeConnection.id;
import static io.hashlake.x.stream.FakeConnection.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.TestConfig;
import io.hashlake.core.Gap;
import io.hashlake.core.Position;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Snowflake;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.client.RequestOutcome;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.stream.client.Rule;
import io.hashlake.x.stream.client.StreamApi.Stream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub over X's streams in memory. */
class StreamHubTest {

    private static final Duration LATENESS = Duration.ofSeconds(15);

    private final FakeStreams x = new FakeStreams();
    private final FakeCursors cursors = new FakeCursors();
    private final FakeGaps gaps = new FakeGaps();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final FakeOutput a = new FakeOutput();
    private final FakeOutput b = new FakeOutput();
    private final List<StreamHub> hubs = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        List.of(a, b).forEach(output -> output.room.release(1_000_000));
        hubs.forEach(StreamHub::stop);
    }

    @Test
    void aPostGoesToTheSourcesWhoseRulesItMatched() {
        start(source("a", "#a", a), source("b", "#b", b));
        send(post(1, "a", x.idOf("#a")));
        send(post(2, "b", x.idOf("#b")));
        send(post(3, "a", x.idOf("#a"), x.idOf("#b")));
        await().until(() -> a.ids().size() == 2 && b.ids().size() == 2);
        assertThat(a.ids()).containsExactly(id(1), id(3));
        assertThat(b.ids()).containsExactly(id(2), id(3));
        assertThat(a.tweets()).extracting(Tweet::followed).containsOnly(List.of("a"));
        assertThat(b.tweets()).extracting(Tweet::followed).containsOnly(List.of("b"));
    }

    @Test
    void aPostIsFollowedForThoseOfTheHashtagsThatItHasOrForAllWhereAQuotedPostHasThem() {
        start(source("a", "#x OR #y", a));
        send(post(1, "y", x.idOf("#x OR #y")));
        send(post(2, "other", x.idOf("#x OR #y")));
        await().until(() -> a.ids().size() == 2);
        assertThat(a.tweets()).extracting(Tweet::followed).containsExactly(List.of("y"), List.of("x", "y"));
    }

    @Test
    void aPostOfAnUnknownRuleGoesByItsHashtagsOrIsCounted() {
        start(source("a", "#a", a));
        send(post(1, "a", "77"));
        send(post(2, "other", "77"));
        await().until(() -> heard.contains("dropped 1"));
        await().until(() -> a.ids().equals(List.of(id(1))));
    }

    @Test
    void whatCannotBeReadIsRejectedAndTheStreamGoesOn() {
        start(source("a", "#a", a));
        send("{\"data\":");
        send("{\"data\":{\"id\":\"1\",\"text\":\"x\"},\"matching_rules\":[{\"id\":\"" + x.idOf("#a") + "\"}]}");
        send("{\"errors\":[{\"title\":\"Not Found Error\",\"detail\":\"no user\"}]}");
        send(post(1, "a", x.idOf("#a")));
        await().until(() -> a.ids().equals(List.of(id(1))));
        List<Rejected> rejected =
                a.batches.stream().flatMap(batch -> batch.rejected().stream()).toList();
        assertThat(rejected).hasSize(3).extracting(Rejected::origin).containsOnly("a");
        assertThat(rejected.get(0).reason()).contains("not readable");
        assertThat(rejected.get(1).reason()).contains("is missing");
        assertThat(rejected.get(2).reason()).contains("no post").contains("no user");
        assertThat(x.connections).hasSize(1);
    }

    @Test
    void batchesOfASourceMakeAChainFromItsCursor() {
        String before = StreamPosition.at(Instant.now().minusSeconds(100)).toString();
        cursors.positions.put("a", before);
        start(source("a", "#a", a));
        for (int i = 1; i <= 20; i++) {
            send(post(i, "a", x.idOf("#a")));
        }
        await().until(() -> a.ids().size() == 20);
        assertThat(a.batches.get(0).start()).isEqualTo(before);
        assertChain(a.batches);
        assertThat(a.batches).allMatch(batch -> batch.tweets().size() <= 5);
        await().until(() -> cursors.positions.get("a").equals(last(a.batches).end()));
    }

    @Test
    void aSourceWithoutPostsMovesItsCursorOn() {
        start(source("a", "#a", a), source("b", "#b", b));
        String initial = cursors.positions.get("b");
        assertThat(initial).isNotNull();
        await().until(() -> {
            x.connections.get(0).heartbeat();
            return b.batches.size() >= 2;
        });
        assertThat(b.batches).allMatch(batch -> batch.tweets().isEmpty());
        assertThat(b.batches.get(0).start()).isEqualTo(initial);
        assertChain(b.batches);
        assertThat(millis(b.batches.get(1).end()) - millis(b.batches.get(0).end()))
                .isGreaterThanOrEqualTo(100);
    }

    @Test
    void aSourceWithoutACursorIsFollowedFromWhenItsRuleApplies() {
        start(source("a", "#a", a));
        await().until(() -> gaps.declared.size() == 1);
        Gap gap = gaps.declared.get(0);
        assertThat(gap.from().toEpochMilli()).isEqualTo(millis(cursors.positions.get("a")));
        assertThat(Duration.between(gap.from(), gap.to())).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));
    }

    @Test
    void afterARestartTheGapSinceTheCursorIsDeclaredBeforeTheFirstBatch() {
        x.rules.add(new io.hashlake.x.stream.client.Rule("5", "#a", "mine:a"));
        Instant cursor = Instant.ofEpochMilli(Instant.now().minusSeconds(100).toEpochMilli());
        cursors.positions.put("a", StreamPosition.at(cursor).toString());
        gaps.out = true;
        start(source("a", "#a", a));
        send(post(1, "a", "5"));
        await().until(() -> hubs.get(0).sources().get(0).status() instanceof SourceStatus.Retrying);
        assertThat(a.batches).isEmpty();
        gaps.out = false;
        await().until(() -> a.ids().equals(List.of(id(1))));
        assertThat(gaps.declared).hasSize(1);
        assertThat(gaps.declared.get(0).from()).isEqualTo(cursor.minus(LATENESS));
        assertThat(gaps.declared.get(0).to()).isBetween(Instant.now().minusSeconds(10), Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"search:%d", "%d", "search:%d:1995000000000000000:1994000000000000000", "%1$d:%2$d:%2$d"})
    void whatWasFollowedByASearchBeginsAnewAndDeclaresWhatLiesBetween(String cursor) {
        x.rules.add(new io.hashlake.x.stream.client.Rule("5", "#a", "mine:a"));
        Instant reached = Instant.ofEpochMilli(Instant.now().minusSeconds(100).toEpochMilli());
        long id = Snowflake.firstAt(reached);
        cursors.positions.put("a", String.format(cursor, id, id + 9));
        start(source("a", "#a", a));
        send(post(1, "a", "5"));
        await().until(() -> a.ids().equals(List.of(id(1))));
        assertThat(gaps.declared).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(reached.minusSeconds(60).minus(LATENESS));
            assertThat(gap.to()).isBetween(Instant.now().minusSeconds(10), Instant.now());
            assertThat(gap.reason()).isEqualTo("it was followed by a search before, up to " + reached);
        });
        await().until(() -> Duration.between(
                                StreamPosition.of(Position.parse(cursors.positions.get("a")))
                                        .time(),
                                Instant.now())
                        .compareTo(Duration.ofSeconds(10))
                < 0);
    }

    @Test
    void aStreamsPositionFromBeforeItHadAKindIsGoneOnFrom() {
        x.rules.add(new io.hashlake.x.stream.client.Rule("5", "#a", "mine:a"));
        long reached = Instant.now().minusSeconds(100).toEpochMilli();
        cursors.positions.put("a", Long.toString(reached));
        start(source("a", "#a", a));
        send(post(1, "a", "5"));
        await().until(() -> a.ids().equals(List.of(id(1))));
        assertThat(a.batches.get(0).start()).isEqualTo("stream:" + reached);
        assertThat(gaps.declared).singleElement().satisfies(gap -> assertThat(gap.from())
                .isEqualTo(Instant.ofEpochMilli(reached).minus(LATENESS)));
    }

    @Test
    void aCursorInTheFutureLeavesAllThatCanBeSearchedDeclared() {
        x.rules.add(new io.hashlake.x.stream.client.Rule("5", "#a", "mine:a"));
        cursors.positions.put(
                "a", StreamPosition.at(Instant.now().plusSeconds(9_000)).toString());
        start(source("a", "#a", a));
        send(post(1, "a", "5"));
        await().until(() -> a.ids().equals(List.of(id(1))));
        assertThat(gaps.declared).singleElement().satisfies(gap -> {
            assertThat(Duration.between(gap.from(), Instant.now()))
                    .isBetween(Duration.ofDays(7).minusMinutes(11), Duration.ofDays(7));
            assertThat(gap.reason()).contains("in the future");
        });
        await().until(() -> millis(cursors.positions.get("a")) <= Instant.now().toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gap:7:1595477170540503041:0:0", "file:7:80", "7:80", "bus:9", "x"})
    void aCursorOfSomethingElseStopsItsSourceAlone(String cursor) {
        cursors.positions.put("a", cursor);
        StreamSource unusable = source("a", "#a", a);
        start(unusable, source("b", "#b", b));
        await().until(unusable::isStopped);
        send(post(1, "a", x.idOf("#a"), x.idOf("#b")));
        await().until(() -> b.ids().equals(List.of(id(1))));
        assertThat(unusable.status()).asString().contains("the cursor of a", "'" + cursor + "'");
        assertThat(cursors.positions).containsEntry("a", cursor);
        assertThat(a.batches).isEmpty();
    }

    @Test
    void aSourceThatIsKnownToXHasNoGapWhenItBegins() {
        x.rules.add(new io.hashlake.x.stream.client.Rule("5", "#a", "mine:a"));
        start(source("a", "#a", a));
        send(post(1, "a", "5"));
        await().until(() -> a.ids().equals(List.of(id(1))));
        assertThat(gaps.declared).isEmpty();
    }

    @Test
    void aBrokenConnectionIsOpenedAgainAtOnceAndTheGapIsDeclared() {
        cursors.positions.put(
                "a", StreamPosition.at(Instant.now().minusSeconds(100)).toString());
        x.rules.add(new io.hashlake.x.stream.client.Rule("5", "#a", "mine:a"));
        start(source("a", "#a", a));
        Instant before = Instant.now();
        send(post(1, before, "a", "5"));
        x.connections.get(0).breakOff("network");
        await().until(() -> x.connections.size() == 2);
        x.connections.get(1).send(post(2, "a", "5"));
        await().until(() -> a.ids().equals(List.of(id(1), id(2))));
        assertThat(x.connections.get(0).closed).isTrue();
        assertThat(heard).contains("connected", "disconnected network");
        assertThat(gaps.declared).hasSize(2);
        assertThat(gaps.declared.get(1).from())
                .isBetween(
                        gaps.declared.get(0).to().minusMillis(1),
                        gaps.declared.get(0).to());
        assertThat(gaps.declared.get(1).to()).isBetween(before, Instant.now().plusMillis(1));
        assertChain(a.batches);
    }

    @Test
    void everyDisconnectThatXAnnouncesIsHeardOfAndEndsTheConnection() {
        start(source("a", "#a", a));
        List<String> types = List.of(
                "OperationalDisconnect",
                "UpstreamOperationalDisconnect",
                "ForceDisconnect",
                "UpstreamUncleanDisconnect",
                "SlowReader",
                "InternalError",
                "ClientApplicationStateDegraded",
                "InvalidRules");
        for (int i = 0; i < types.size(); i++) {
            int connection = i;
            await().until(() -> x.connections.size() == connection + 1);
            x.connections
                    .get(i)
                    .send(
                            "{\"errors\":[{\"title\":\"operational-disconnect\",\"disconnect_type\":\"" + types.get(i)
                                    + "\",\"detail\":\"d\",\"type\":\"https://api.twitter.com/2/problems/operational-disconnect\"}]}");
        }
        await().until(() -> x.connections.size() == types.size() + 1);
        assertThat(heard)
                .contains(
                        "disconnected operational_disconnect",
                        "disconnected upstream_operational_disconnect",
                        "disconnected force_disconnect",
                        "disconnected upstream_unclean_disconnect",
                        "disconnected slow_reader",
                        "disconnected internal_error",
                        "disconnected client_application_state_degraded",
                        "disconnected invalid_rules");
    }

    @Test
    void aGhostConnectionIsClosedOnce() {
        x.instead.add(FakeStreams.refuse(RequestOutcome.TOO_MANY_CONNECTIONS));
        x.instead.add(FakeStreams.refuse(RequestOutcome.TOO_MANY_CONNECTIONS));
        start(source("a", "#a", a));
        assertThat(x.count("close connections")).isEqualTo(1);
        assertThat(x.count("open")).isEqualTo(3);
    }

    @Test
    void rulesThatXMissesAreLookedAtAgain() {
        x.instead.add(FakeStreams.refuse(RequestOutcome.NO_RULES));
        start(source("a", "#a", a));
        assertThat(x.calls.subList(x.calls.indexOf("open"), x.calls.size())).startsWith("open", "rules", "open");
    }

    @Test
    void whereOnlyAPersonCanHelpEverySourceStopsAndSaysWhy() {
        x.instead.add(FakeStreams.stop(RequestOutcome.UNAUTHORIZED, "X refuses the bearer token: set a valid one"));
        StreamSource source = source("a", "#a", a);
        hub(source);
        await().until(source::isStopped);
        assertThat(source.status()).asString().contains("bearer token");
        assertThat(x.count("open")).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsXSays() {
        Instant until = Instant.now().plusMillis(600);
        x.instead.add(FakeStreams.wait(RequestOutcome.RATE_LIMITED, until));
        StreamSource source = source("a", "#a", a);
        hub(source);
        await().until(() -> source.status() instanceof SourceStatus.Waiting);
        await().until(() -> !x.connections.isEmpty());
        assertThat(Instant.now()).isAfterOrEqualTo(until);
    }

    @Test
    void aFailedBatchIsDeclaredMissingAndTheChainBeginsAgainAtTheCursor() {
        x.rules.add(new io.hashlake.x.stream.client.Rule("5", "#a", "mine:a"));
        start(source("a", "#a", a));
        send(post(1, "a", "5"));
        await().until(() -> a.batches.size() == 1);
        await().until(() -> last(a.batches).end().equals(cursors.positions.get("a")));
        String cursor = cursors.positions.get("a");
        a.committing = false;
        send(post(2, "a", "5"));
        await().until(() -> a.open.size() == 1);
        a.committing = true;
        a.open.get(0).completeExceptionally(new IOException("no"));
        send(post(3, "a", "5"));
        await().until(() ->
                a.batches.stream().filter(batch -> batch.start().equals(cursor)).count() == 2);
        assertThat(gaps.declared).hasSize(1);
        assertThat(gaps.declared.get(0).from())
                .isEqualTo(Instant.ofEpochMilli(millis(a.batches.get(0).start())));
        assertThat(gaps.declared.get(0).reason()).contains("a batch failed");
    }

    @Test
    void aSlowSinkStopsTheReadingBeforeMemoryIsFull() {
        start(source("a", "#a", a));
        a.room.drainPermits();
        for (int i = 1; i <= 500; i++) {
            send(post(i, "a", x.idOf("#a")));
        }
        await().until(() -> hubs.get(0).bufferedBytes() > 3_000);
        int read = x.connections.get(0).read.get();
        assertThat(hubs.get(0).bufferedBytes()).isLessThanOrEqualTo(5_000);
        assertThat(read).isLessThan(100);
        a.room.release(1_000_000);
        await().until(() -> a.ids().size() == 500);
        assertThat(a.ids()).isSorted();
    }

    @Test
    void isNotConnectedAgainBeforeWhatWasReadIsHandedOver() {
        start(source("a", "#a", a));
        a.room.drainPermits();
        send(post(1, "a", x.idOf("#a")));
        send(post(2, "a", x.idOf("#a")));
        x.connections.get(0).breakOff("slow_reader");
        await().until(() -> heard.contains("disconnected slow_reader"));
        assertThat(x.connections).hasSize(1);
        a.room.release(1_000_000);
        await().until(() -> x.connections.size() == 2);
        assertThat(a.ids()).containsExactly(id(1), id(2));
    }

    @Test
    void aSourceThatJoinsLaterIsFollowedWithoutANewConnection() {
        start(source("a", "#a", a));
        hubs.get(0).add(source("b", "#b", b));
        await().until(() -> {
            x.connections.get(0).heartbeat();
            return !x.idOf("#b").isEmpty();
        });
        send(post(1, "b", x.idOf("#b")));
        await().until(() -> b.ids().equals(List.of(id(1))));
        assertThat(x.connections).hasSize(1);
        await().until(() -> gaps.declared.stream().anyMatch(gap -> gap.source().equals("b")));
    }

    @Test
    void aStreamThatNobodyFollowsAnyMoreIsClosedAndOpenedForTheNext() {
        StreamSource only = source("a", "#a", a);
        start(only);
        hubs.get(0).remove(only);
        await().until(() -> {
            x.connections.get(0).heartbeat();
            return x.connections.get(0).closed;
        });
        hubs.get(0).add(source("b", "#b", b));
        await().until(() -> x.connections.size() == 2);
        assertThat(x.rules).extracting(Rule::value).containsExactly("#b");
    }

    @Test
    void theSampleGoesToEverybodyAndNeedsNoRules() {
        StreamHub hub = new StreamHub(Stream.SAMPLE, services(), SETTINGS);
        hubs.add(hub);
        hub.add(StreamSource.sample("one", a::take));
        hub.add(StreamSource.sample("two", b::take));
        hub.start();
        await().until(() -> x.connections.size() == 1);
        send(post(1, "x"));
        await().until(() -> a.ids().equals(List.of(id(1))) && b.ids().equals(List.of(id(1))));
        assertThat(a.tweets().get(0).followed()).isEmpty();
        assertThat(x.calls).containsExactly("open");
    }

    @Test
    void batchesCarryWhatWasReceivedIfAsked() {
        StreamSettings keeping = new StreamSettings(
                SETTINGS.config(),
                true,
                SETTINGS.checkEvery(),
                SETTINGS.quiet(),
                SETTINGS.bufferLines(),
                SETTINGS.reconnect());
        StreamHub hub = new StreamHub(Stream.SAMPLE, services(), keeping);
        hubs.add(hub);
        hub.add(StreamSource.sample("one", a::take));
        hub.start();
        await().until(() -> x.connections.size() == 1);
        String line = post(1, "x");
        send(line);
        await().until(() -> a.ids().size() == 1);
        assertThat(new String(
                        a.batches.get(a.batches.size() - 1).payloads().get(0).json()))
                .isEqualTo(line);
    }

    private static final StreamSettings SETTINGS = new StreamSettings(
            TestConfig.of(
                    StreamConfig.class,
                    "tag-prefix=mine",
                    "rule-delay=5s",
                    "batch-size=5",
                    "batch-age=20ms",
                    "buffer-bytes=5000",
                    "lateness=" + LATENESS),
            false,
            Duration.ofMinutes(15),
            Duration.ofMillis(100),
            1_000,
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
        hub(sources);
        await().until(() -> x.connections.size() == 1);
    }

    private void hub(StreamSource... sources) {
        StreamHub hub = new StreamHub(Stream.FILTERED, services(), SETTINGS);
        hubs.add(hub);
        List.of(sources).forEach(hub::add);
        hub.start();
    }

    private StreamServices services() {
        return new StreamServices(x, cursors, gaps, SpendGuard.NONE, new HeardEvents(heard), Clock.systemUTC());
    }

    private void send(String line) {
        x.connections.get(x.connections.size() - 1).send(line);
    }

    private static StreamSource source(String name, String query, FakeOutput output) {
        return StreamSource.filtered(name, new SearchQuery(query), output::take);
    }

    private static void assertChain(List<TweetBatch> batches) {
        for (int i = 0; i < batches.size(); i++) {
            assertThat(millis(batches.get(i).end()))
                    .isGreaterThan(millis(batches.get(i).start()));
            if (i > 0) {
                assertThat(batches.get(i).start()).isEqualTo(batches.get(i - 1).end());
            }
        }
    }

    private static long millis(String position) {
        return StreamPosition.of(Position.parse(position)).millis();
    }

    private static TweetBatch last(List<TweetBatch> batches) {
        return batches.get(batches.size() - 1);
    }
}
