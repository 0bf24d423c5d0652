package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.lake.commit.SimulatedProcess.Behaviour;
import io.hashlake.lake.commit.SimulatedProcess.Killed;
import io.hashlake.lake.commit.SimulatedProcess.SinkMaker;
import io.hashlake.lake.commit.SimulatedProcess.Source;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a process before each of its operations, runs another one to the end and compares the lake with the truth. A process
 * does the same each time until it is killed, so it runs once, and what would be left of it is kept before each operation.
 */
class CommitProtocolTest {

    private static final int TICKS = 30;
    private static final String[] HASHTAGS = {"covid19", "saúde", "flu"};

    private static final Behaviour PLAIN = new Behaviour(0.3, 0, 0);
    private static final Behaviour LAGGING = new Behaviour(0.4, 0.5, 0);
    private static final Behaviour GOING_BACK = new Behaviour(0.3, 0.3, 0.15);

    /** Remembers next to nothing, so that the protocol alone has to keep rows from being doubled. */
    private static final SinkMaker NO_WINDOW = SinkMaker.lake(TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000",
            "rotation-bytes=1048576",
            "rotation-age=1h",
            "window=1",
            "remembered-ids=1"));

    private static final LakeConfig SETTINGS = TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000",
            "rotation-bytes=1048576",
            "rotation-age=1h",
            "window=1000",
            "remembered-ids=10000");

    private static final SinkMaker WINDOW = SinkMaker.lake(SETTINGS);

    /** The lake and the cursors are all that outlives a process. */
    private final MemoryObjectStore store = new MemoryObjectStore();

    private final MemoryCursors cursors = new MemoryCursors();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void neitherLosesNorDoublesARowWhereverItIsKilled(long seed) throws IOException {
        killEverywhere(separateSources(), NO_WINDOW, PLAIN, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void neitherLosesNorDoublesARowWhereCursorsLagBehind(long seed) throws IOException {
        killEverywhere(separateSources(), NO_WINDOW, LAGGING, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void neitherLosesNorDoublesARowWhereSourcesGoBackToTheirCursors(long seed) throws IOException {
        killEverywhere(separateSources(), NO_WINDOW, GOING_BACK, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void leavesOneRowOfAPostThatTwoSourcesDeliver(long seed) throws IOException {
        killEverywhere(overlappingSources(), WINDOW, LAGGING, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void takesRowsAgainThatItRememberedAndTookBack(long seed) throws IOException {
        runToTheEnd(separateSources(), WINDOW, GOING_BACK, seed);

        assertHoldsTheTruth(separateSources(), "seed " + seed);
    }

    @Test
    void survivesAKillOfTheProcessThatPutsThingsRight() throws IOException {
        List<Remains> first = remains(separateSources(), NO_WINDOW, PLAIN, 1);
        for (int killedAt = first.size() / 3; killedAt < first.size(); killedAt += 11) {
            first.get(killedAt).bringBack(store, cursors);
            List<Remains> second = remains(separateSources(), NO_WINDOW, PLAIN, 2);
            for (Remains left : Set.copyOf(second.subList(0, Math.min(24, second.size())))) {
                left.bringBack(store, cursors);
                runToTheEnd(separateSources(), NO_WINDOW, PLAIN, 3);
                assertHoldsTheTruth(separateSources(), "killed before " + killedAt + ", and then at " + left);
            }
        }
    }

    @Test
    void survivesAKillEveryFewOperations() throws IOException {
        for (long seed = 0; seed < 5; seed++) {
            forgetEverything();
            for (int life = 0; life < 40; life++) {
                runAndKill(separateSources(), NO_WINDOW, LAGGING, seed * 100 + life, 5 + life);
            }
            runToTheEnd(separateSources(), NO_WINDOW, LAGGING, seed);
            assertHoldsTheTruth(separateSources(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void neitherLosesNorDoublesAPayloadWhereverItIsKilled(long seed) throws IOException {
        for (Behaviour behaviour : List.of(PLAIN, LAGGING)) {
            for (Remains left : remainsOfANewLake(separateSources(), SinkMaker.raw(), behaviour, seed)) {
                left.bringBack(store, cursors);
                runToTheEnd(separateSources(), SinkMaker.raw(), behaviour, seed + 1_000);
                assertThat(new LakeContents(store).payloads())
                        .as("killed at " + left)
                        .isEqualTo(truePayloads(separateSources()));
            }
        }
    }

    private static List<String> truePayloads(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.ticks().values().stream().map(tweet -> source.name() + " " + tweet.id()))
                .sorted()
                .toList();
    }

    @Test
    void keepsNoMoreIntentsThanTheCursorsNeed() throws IOException {
        runToTheEnd(separateSources(), WINDOW, PLAIN, 7);

        assertThat(store.list("_hashlake/intents/").size()).isBetween(1, 2);
    }

    @Test
    void keepsTheFilesOfAnOriginWhoseCursorWasLost() throws IOException {
        runToTheEnd(separateSources(), WINDOW, PLAIN, 7);
        List<String> before = new LakeContents(store).rows();

        LakeSink restarted =
                new LakeSink(store, SETTINGS, new MemoryCursors(), letters -> {}, new FakeClock(TestTweets.START));
        restarted.write(TestTweets.batch("search", "fresh-again", "1", List.of()));
        restarted.commit();

        assertThat(new LakeContents(store).rows()).isEqualTo(before);
    }

    private void killEverywhere(List<Source> sources, SinkMaker sink, Behaviour behaviour, long seed)
            throws IOException {
        for (Remains left : remainsOfANewLake(sources, sink, behaviour, seed)) {
            left.bringBack(store, cursors);
            runToTheEnd(sources, sink, behaviour, seed + 1_000);
            assertHoldsTheTruth(sources, "killed at " + left);
        }
    }

    private void forgetEverything() {
        new Remains(Map.of(), Map.of()).bringBack(store, cursors);
    }

    /** Each once: an operation that only reads changes nothing. */
    private Set<Remains> remainsOfANewLake(List<Source> sources, SinkMaker sink, Behaviour behaviour, long seed)
            throws IOException {
        forgetEverything();
        Set<Remains> remains = new LinkedHashSet<>(remains(sources, sink, behaviour, seed));
        assertThat(remains).hasSizeGreaterThan(25);
        return remains;
    }

    /** What a process would leave that is killed before its first operation, its second and so on. */
    private List<Remains> remains(List<Source> sources, SinkMaker sink, Behaviour behaviour, long seed)
            throws IOException {
        List<Remains> remains = new ArrayList<>();
        IntConsumer fate = operation -> remains.add(Remains.of(store, cursors));
        new SimulatedProcess(sources, store, cursors, sink, behaviour, seed, fate).run();
        return remains;
    }

    private void runToTheEnd(List<Source> sources, SinkMaker sink, Behaviour behaviour, long seed) throws IOException {
        new SimulatedProcess(sources, store, cursors, sink, behaviour, seed, SimulatedProcess.SPARED).run();
    }

    private void runAndKill(List<Source> sources, SinkMaker sink, Behaviour behaviour, long seed, int killedAt)
            throws IOException {
        try {
            IntConsumer fate = SimulatedProcess.killedBefore(killedAt);
            new SimulatedProcess(sources, store, cursors, sink, behaviour, seed, fate).run();
        } catch (Killed killed) {
            // as intended
        }
    }

    private void assertHoldsTheTruth(List<Source> sources, String when) throws IOException {
        assertThat(new LakeContents(store).rows()).as(when).isEqualTo(truth(sources));
    }

    private static List<String> truth(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.ticks().values().stream())
                .flatMap(tweet -> tweet.followed().stream().map(hashtag -> hashtag + " " + tweet.id()))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Source> separateSources() {
        return List.of(source("search", 1_000), source("stream", 2_000));
    }

    /** The second source delivers the first one's posts a little later, and some more. */
    private static List<Source> overlappingSources() {
        return List.of(source("search", 1_000), source("stream", 1_010));
    }

    private static Source source(String name, int firstId) {
        Map<Integer, Tweet> ticks = new HashMap<>();
        IntStream.range(0, TICKS).filter(tick -> tick % 8 < 5).forEach(tick -> ticks.put(tick, tweet(firstId + tick)));
        return new Source(name, ticks, TICKS);
    }

    private static Tweet tweet(int id) {
        return id % 4 == 0
                ? TestTweets.tweet(id, HASHTAGS[id % 3], HASHTAGS[(id + 1) % 3])
                : TestTweets.tweet(id, HASHTAGS[id % 3]);
    }
}
