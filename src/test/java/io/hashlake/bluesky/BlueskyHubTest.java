package io.hashlake.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hashlake.ServerTest;
import io.hashlake.TestConfig;
import io.hashlake.core.Gap;
import io.hashlake.core.Position;
import io.hashlake.core.Position.Kind;
import io.hashlake.core.Rejected;
import io.hashlake.simulator.bluesky.JetstreamFault;
import io.hashlake.simulator.bluesky.SimulatedJetstream;
import io.hashlake.simulator.bluesky.TrueSkeet;
import io.hashlake.simulator.world.WorldSettings;
import io.hashlake.source.FakeCursors;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.NetworkId;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.stream.FakeGaps;
import io.hashlake.x.stream.FakeOutput;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ServerTest
class BlueskyHubTest {

    private static final int POSTS = 2_000;
    private static final Set<JetstreamFault> UNREADABLE =
            Set.of(JetstreamFault.BROKEN_JSON, JetstreamFault.DEEP_JSON, JetstreamFault.HUGE_FRAME);

    private final FakeCursors cursors = new FakeCursors();
    private final FakeGaps gaps = new FakeGaps();
    private final FakeOutput output = new FakeOutput();
    private final Instant began = Instant.now();
    private final List<BlueskyHub> hubs = new ArrayList<>();
    private final AtomicBoolean areRemovalsOut = new AtomicBoolean();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Set<Long> removed = ConcurrentHashMap.newKeySet();
    private SimulatedJetstream jetstream;

    @BeforeEach
    void start() throws IOException {
        jetstream = jetstream(Duration.ofHours(36));
    }

    /** All posts were written in the quarter of an hour before. */
    private static SimulatedJetstream jetstream(Duration retention) throws IOException {
        WorldSettings world = WorldSettings.of(42, 20, POSTS).withHashtags(List.of("covid19", "saúde", "climate"));
        return SimulatedJetstream.start(world, retention, Clock.systemUTC(), 0);
    }

    @AfterEach
    void stop() {
        hubs.forEach(BlueskyHub::stop);
        jetstream.close();
    }

    @Test
    void takesEveryPostOfTheHashtagOnceAndNoOther() {
        follow("covid19", "covid19");

        await().atMost(Duration.ofMinutes(1)).until(() -> uris(output).containsAll(truth("covid19")));
        assertThat(uris(output)).isSubsetOf(written("covid19"));
        assertThat(output.batches.stream()
                        .mapToInt(batch -> batch.tweets().size())
                        .sum())
                .isEqualTo(uris(output).size());
        assertThat(gaps.declared).isEmpty();
    }

    @Test
    void severalHashtagsShareOneConnection() {
        FakeOutput other = new FakeOutput();
        BlueskyHub hub = hub();
        hub.add(new BlueskySource("a", Hashtag.of("covid19"), output::take));
        hub.add(new BlueskySource("b", Hashtag.of("SAÚDE"), other::take));
        hub.start();

        await().atMost(Duration.ofMinutes(1))
                .until(() -> uris(output).containsAll(truth("covid19"))
                        && uris(other).containsAll(truth("saúde")));
        assertThat(jetstream.requests()).hasSize(1);
        assertThat(jetstream.requests().get(0))
                .contains("wantedCollections=app.bsky.feed.post")
                .contains("User-Agent: hashlake-test");
    }

    @Test
    void goesOnAtTheCursorAfterARestart() {
        BlueskySource first = follow("covid19", "covid19");
        await().atMost(Duration.ofMinutes(1)).until(() -> uris(output).containsAll(truth("covid19")));
        hubs.get(0).stop();
        await().until(() -> first.whenSettled().toCompletableFuture().isDone());
        long reached =
                Position.parse(cursors.positions.get("covid19")).numbers().get(0);

        follow("covid19", "covid19");

        await().atMost(Duration.ofMinutes(1)).until(() -> jetstream.requests().size() == 2);
        assertThat(jetstream.requests().get(1)).contains("&cursor=" + (reached - 5_000_000) + " ");
    }

    @Test
    void readsAgainWhatASinkDidNotTake() {
        AtomicBoolean hasFailed = new AtomicBoolean();
        BlueskyHub hub = hub();
        hub.add(new BlueskySource(
                "covid19",
                Hashtag.of("covid19"),
                batch -> hasFailed.getAndSet(true)
                        ? output.take(batch)
                        : CompletableFuture.failedFuture(new IOException("the sink is out"))));
        hub.start();

        await().atMost(Duration.ofMinutes(1)).until(() -> uris(output).containsAll(truth("covid19")));
        assertThat(output.batches.get(0).start()).startsWith("jetstream:");
    }

    @Test
    void declaresExactlyWhatTheInstanceNoLongerHad() throws IOException {
        jetstream.close();
        jetstream = jetstream(Duration.ofMinutes(14));
        Instant left = began.minus(Duration.ofHours(2));
        cursors.positions.put(
                "covid19",
                Position.of(Kind.JETSTREAM, left.toEpochMilli() * 1_000).toString());

        follow("covid19", "covid19");

        await().atMost(Duration.ofMinutes(1)).until(() -> !gaps.declared.isEmpty() && !output.batches.isEmpty());
        Gap gap = gaps.declared.get(0);
        assertThat(gap.from().toEpochMilli()).isEqualTo(left.toEpochMilli());
        Instant oldest = jetstream.truth(began.minus(Duration.ofMinutes(14)), Instant.now()).stream()
                .map(TrueSkeet::seenAt)
                .min(Instant::compareTo)
                .orElseThrow();
        assertThat(gap.to()).isBetween(oldest.minusSeconds(5), Instant.now().minus(Duration.ofMinutes(14)));
        assertThat(gaps.declared).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO_TEXT")
    void losesNothingWhateverGoesWrong(JetstreamFault fault) {
        jetstream.fail(fault);

        BlueskySource source = follow("covid19", "covid19");

        await().atMost(Duration.ofMinutes(1)).until(() -> uris(output).containsAll(truth("covid19")));
        assertThat(uris(output)).isSubsetOf(written("covid19"));
        await().until(() -> source.status() instanceof SourceStatus.Running);
        assertThat(gaps.declared).isEmpty();
        List<Rejected> rejected = output.batches.stream()
                .flatMap(batch -> batch.rejected().stream())
                .toList();
        assertThat(rejected)
                .hasSize(UNREADABLE.contains(fault) ? 1 : 0)
                .allSatisfy(letter -> assertThat(letter.payload()).hasSizeLessThanOrEqualTo(65_536));
    }

    @Test
    void aPostWithoutItsTextGoesToTheDeadLetterOfItsHashtag() {
        List<String> hashtags = List.of("covid19", "saúde", "climate");
        BlueskyHub hub = hub();
        hashtags.forEach(hashtag -> hub.add(new BlueskySource(hashtag, Hashtag.of(hashtag), output::take)));
        jetstream.fail(JetstreamFault.NO_TEXT);
        hub.start();

        await().atMost(Duration.ofMinutes(1)).until(() -> uris(output).containsAll(truth("climate")));
        assertThat(output.batches.stream().flatMap(batch -> batch.rejected().stream()))
                .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo("the post has no text"));
    }

    @Test
    void aCursorOfAnotherKindStopsTheSource() {
        cursors.positions.put("covid19", "search:1595477170540503041");

        BlueskySource source = follow("covid19", "covid19");

        await().until(() -> source.status() instanceof SourceStatus.Stopped);
    }

    @Test
    void deletionsThatCannotBeNotedAreReadAgainAndNoted() {
        areRemovalsOut.set(true);
        follow("covid19", "covid19");
        await().atMost(Duration.ofMinutes(1)).until(() -> attempts.get() > 1);
        areRemovalsOut.set(false);

        await().atMost(Duration.ofMinutes(1)).until(() -> uris(output).containsAll(truth("covid19")));
        Set<Long> deleted = deletedBeforeTheLastCommit();
        assertThat(deleted).hasSizeGreaterThan(5);
        await().atMost(Duration.ofMinutes(1)).until(() -> removed.containsAll(deleted));
    }

    /** Without further frames, what was read last is not handed over. */
    private Set<Long> deletedBeforeTheLastCommit() {
        Instant end = jetstream.truth(began.minus(Duration.ofHours(1)), Instant.now()).stream()
                .map(TrueSkeet::seenAt)
                .max(Instant::compareTo)
                .orElseThrow()
                .minusSeconds(15);
        return uris("covid19", post -> post.isDeleted() && post.seenAt().isBefore(end)).stream()
                .map(NetworkId::of)
                .collect(Collectors.toSet());
    }

    private void note(Set<Long> taken, Set<Long> posts, Set<Long> accounts) throws IOException {
        attempts.incrementAndGet();
        if (areRemovalsOut.get()) {
            throw new IOException("the warehouse is out");
        }
        removed.addAll(taken);
        removed.addAll(posts);
    }

    private BlueskySource follow(String name, String hashtag) {
        BlueskyHub hub = hub();
        BlueskySource source = new BlueskySource(name, Hashtag.of(hashtag), output::take);
        hub.add(source);
        hub.start();
        return source;
    }

    private BlueskyHub hub() {
        BlueskyConfig config = TestConfig.of(
                BlueskyConfig.class,
                "urls=" + jetstream.address(),
                "look-back=1h",
                "silence=3s",
                "batch-size=100",
                "batch-age=50ms");
        BlueskyHub hub = new BlueskyHub(new BlueskyServices(
                config, cursors, gaps, BlueskyListener.NONE, this::note, Clock.systemUTC(), "hashlake-test", false));
        hubs.add(hub);
        return hub;
    }

    /** Posts that must arrive: one that is deleted at once may. */
    private Set<String> truth(String hashtag) {
        return uris(hashtag, post -> !post.isDeleted());
    }

    private Set<String> written(String hashtag) {
        return uris(hashtag, post -> true);
    }

    private Set<String> uris(String hashtag, Predicate<TrueSkeet> wanted) {
        return jetstream.truth(began.minus(Duration.ofHours(1)), Instant.now()).stream()
                .filter(post -> post.hashtags().contains(hashtag))
                .filter(wanted)
                .map(TrueSkeet::uri)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> uris(FakeOutput output) {
        return output.batches.stream()
                .flatMap(batch -> batch.tweets().stream())
                .map(Tweet::uri)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
