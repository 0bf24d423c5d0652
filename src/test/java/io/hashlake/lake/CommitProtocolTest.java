package io.hashlake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.lake.SimulatedProcess.Behaviour;
import io.hashlake.lake.SimulatedProcess.Killed;
import io.hashlake.lake.SimulatedProcess.SinkMaker;
import io.hashlake.lake.SimulatedProcess.Source;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills a process before each of its operations, runs another one to the end and compares the lake with the truth. */
class CommitProtocolTest {

    private static final int TICKS = 30;
    private static final String[] HASHTAGS = {"covid19", "saúde", "flu"};

    private static final Behaviour PLAIN = new Behaviour(0.3, 0, 0);
    private static final Behaviour LAGGING = new Behaviour(0.4, 0.5, 0);
    private static final Behaviour GOING_BACK = new Behaviour(0.3, 0.3, 0.15);

    /** Remembers next to nothing, so that the protocol alone has to keep rows from being doubled. */
    private static final SinkMaker NO_WINDOW =
            SinkMaker.lake(new LakeSettings(1_000, 1 << 20, Duration.ofHours(1), 1, 1));

    private static final LakeSettings SETTINGS = new LakeSettings(1_000, 1 << 20, Duration.ofHours(1), 1_000, 10_000);

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
        int operations = operations(separateSources(), PLAIN, 1);
        for (int first = operations / 3; first < operations; first += 11) {
            for (int second = 0; second < 24; second++) {
                forgetEverything();
                runAndKill(separateSources(), NO_WINDOW, PLAIN, 1, first);
                runAndKill(separateSources(), NO_WINDOW, PLAIN, 2, second);
                runToTheEnd(separateSources(), NO_WINDOW, PLAIN, 3);
                assertHoldsTheTruth(separateSources(), "killed before " + first + " and again before " + second);
            }
        }
    }

    @Test
    void survivesAKillEveryFewOperations() throws IOException {
        for (long seed = 0; seed < 10; seed++) {
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
            int operations = operations(separateSources(), behaviour, seed);
            for (int killedAt = 0; killedAt < operations; killedAt++) {
                forgetEverything();
                runAndKill(separateSources(), SinkMaker.raw(), behaviour, seed, killedAt);
                runToTheEnd(separateSources(), SinkMaker.raw(), behaviour, seed + 1_000);
                assertThat(new LakeContents(store).payloads())
                        .as("killed before operation " + killedAt)
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

        LakeSink restarted = new LakeSink(store, SETTINGS, new MemoryCursors(), letters -> {}, new TestClock());
        restarted.write(TestTweets.batch("search", "fresh-again", "1", List.of()));
        restarted.commit();

        assertThat(new LakeContents(store).rows()).isEqualTo(before);
    }

    private void killEverywhere(List<Source> sources, SinkMaker sink, Behaviour behaviour, long seed)
            throws IOException {
        int operations = operations(sources, behaviour, seed);
        assertThat(operations).isGreaterThan(40);
        for (int killedAt = 0; killedAt < operations; killedAt++) {
            forgetEverything();
            runAndKill(sources, sink, behaviour, seed, killedAt);
            runToTheEnd(sources, sink, behaviour, seed + 1_000);
            assertHoldsTheTruth(sources, "killed before operation " + killedAt);
        }
    }

    private void forgetEverything() {
        store.objects.clear();
        for (Source source : separateSources()) {
            cursors.forget(source.name());
        }
    }

    private int operations(List<Source> sources, Behaviour behaviour, long seed) throws IOException {
        return new SimulatedProcess(
                        sources, new MemoryObjectStore(), new MemoryCursors(), NO_WINDOW, behaviour, seed, -1)
                .run();
    }

    private void runToTheEnd(List<Source> sources, SinkMaker sink, Behaviour behaviour, long seed) throws IOException {
        new SimulatedProcess(sources, store, cursors, sink, behaviour, seed, -1).run();
    }

    private void runAndKill(List<Source> sources, SinkMaker sink, Behaviour behaviour, long seed, int killedAt)
            throws IOException {
        try {
            new SimulatedProcess(sources, store, cursors, sink, behaviour, seed, killedAt).run();
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
