package io.hashlake.lake.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.SimulatedProcess;
import io.hashlake.lake.commit.SimulatedProcess.Behaviour;
import io.hashlake.lake.commit.SimulatedProcess.Killed;
import io.hashlake.lake.commit.SimulatedProcess.SinkMaker;
import io.hashlake.lake.commit.SimulatedProcess.Source;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills compactions before each of their operations, with sinks at work, and looks at the lake all the while. */
class CompactionCrashTest {

    private static final LakeConfig FORGETFUL = TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000",
            "rotation-bytes=1048576",
            "rotation-age=1h",
            "window=1",
            "remembered-ids=1");
    private static final Duration AFTER_A_LEASE = Duration.ofMinutes(3);

    /** Touches whatever it may, at once, and writes several files. */
    private static final CompactionConfig EAGER =
            TestConfig.of(CompactionConfig.class, "min-files=2", "target-size=9000", "settle-age=0s", "overlap=0s");

    private static final int FILES = 4;
    private static final int LAST = FILES * 10 + 4;

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final MemoryCursors cursors = new MemoryCursors();
    private final FakeClock clock = new FakeClock(TestTweets.START);
    private List<StoredObject> seen = List.of();

    /** A store for a process that ends before the operation of this number; afterwards it can do nothing any more. */
    private final class Mortal {
        private final int killedAt;
        private final Runnable everyTime;
        private int operations;

        Mortal(int killedAt, Runnable everyTime) {
            this.killedAt = killedAt;
            this.everyTime = everyTime;
        }

        ObjectStore store() {
            return new InterruptedStore(store, operation -> {
                everyTime.run();
                if (operations >= killedAt) {
                    throw new Killed();
                }
                operations++;
            });
        }

        int operations() {
            return operations;
        }
    }

    /** Gives the number of its operations. */
    private int compact(int killedAt, Runnable everyTime) throws IOException {
        clock.pass(AFTER_A_LEASE);
        Mortal process = new Mortal(killedAt, everyTime);
        try (Compactor compactor = new Compactor(
                new Quarantine(process.store(), DamageListener.NONE),
                new Effort(CompactionCrashTest::oneByOne, 12, time -> {}),
                EAGER,
                cursors,
                clock)) {
            assertThat(compactor.run().orElseThrow().failures()).isZero();
        } catch (Killed killed) {
            // as intended
        }
        return process.operations();
    }

    private static <T> void oneByOne(List<T> items, Parallel.Operation<T> operation) throws IOException {
        for (T item : items) {
            operation.on(item);
        }
    }

    private void fill() throws IOException {
        store.objects.clear();
        for (int file = 0; file < FILES; file++) {
            try (LakeSink sink = new LakeSink(store, FORGETFUL, cursors, letters -> {}, clock)) {
                sink.write(TestTweets.batch("search", file * 10L, file * 10L + 14, "covid19"));
                sink.commit();
            }
            cursors.advance("search", Long.toString(file * 10L + 14));
            clock.pass(Duration.ofSeconds(1));
        }
    }

    /** Looks again only where something has changed. */
    private void assertNothingIsMissing() {
        try {
            List<StoredObject> files = new LakeContents(store).files();
            if (!files.equals(seen)) {
                assertThat(new TreeSet<>(new LakeContents(store).rows()))
                        .containsExactlyElementsOf(LakeContents.expected("covid19", 1, LAST));
                seen = files;
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertIsAtRest() throws IOException {
        assertThat(new LakeContents(store).rows()).isEqualTo(LakeContents.expected("covid19", 1, LAST));
        assertThat(store.objects.keySet()).noneMatch(key -> key.contains("/staged/") || key.contains("/swaps/"));
    }

    @Test
    void losesNothingAtAnyMomentAndDoublesNothingAtRestWhereverItIsKilled() throws IOException {
        fill();
        int operations = compact(Integer.MAX_VALUE, this::assertNothingIsMissing);
        assertThat(operations).isGreaterThan(30);
        assertIsAtRest();
        for (int killedAt = 0; killedAt < operations; killedAt++) {
            fill();
            compact(killedAt, this::assertNothingIsMissing);
            assertNothingIsMissing();
            compact(Integer.MAX_VALUE, this::assertNothingIsMissing);
            assertIsAtRest();
        }
    }

    @Test
    void survivesAKillEveryFewOperations() throws IOException {
        Random random = new Random(7);
        fill();
        for (int life = 0; life < 30; life++) {
            compact(random.nextInt(40), this::assertNothingIsMissing);
        }
        compact(Integer.MAX_VALUE, this::assertNothingIsMissing);
        assertIsAtRest();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void letsSinksBeKilledAndTakeBackWhatTheyMay(long seed) throws IOException {
        Random random = new Random(seed);
        Behaviour behaviour = new Behaviour(0.4, 0.3, 0.15);
        List<Source> sources = List.of(source("search", 1_000), source("stream", 2_000));
        ObjectStore withCompactions = new InterruptedStore(store, operation -> {
            if (random.nextInt(12) == 0) {
                compact(random.nextInt(120), () -> {});
            }
        });
        for (int life = 0; life < 6; life++) {
            try {
                new SimulatedProcess(
                                sources,
                                withCompactions,
                                cursors,
                                SinkMaker.lake(FORGETFUL),
                                behaviour,
                                seed * 100 + life,
                                life == 5
                                        ? SimulatedProcess.SPARED
                                        : SimulatedProcess.killedBefore(10 + random.nextInt(60)))
                        .run();
            } catch (Killed killed) {
                // as intended
            }
        }
        compact(Integer.MAX_VALUE, () -> {});

        assertThat(new LakeContents(store).rows()).isEqualTo(truth(sources));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void goesOnWhileSinksCommitInBetween(long seed) throws IOException {
        Random random = new Random(seed);
        fill();
        int[] next = {100};
        try (LakeSink sink = new LakeSink(store, FORGETFUL, cursors, letters -> {}, clock)) {
            Runnable commit = () -> {
                if (random.nextInt(3) == 0) {
                    write(sink, next[0]++);
                }
            };
            for (int life = 0; life < 5; life++) {
                compact(random.nextInt(100), commit);
            }
        }
        compact(Integer.MAX_VALUE, () -> {});

        List<String> truth = new ArrayList<>(LakeContents.expected("covid19", 1, LAST));
        truth.addAll(LakeContents.expected("covid19", 101, next[0]));
        assertThat(new LakeContents(store).rows())
                .isEqualTo(truth.stream().sorted().toList());
    }

    private void write(LakeSink sink, int position) {
        try {
            sink.write(TestTweets.batch("stream", position, position + 1, "covid19"));
            sink.commit();
            cursors.advance("stream", Integer.toString(position + 1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> truth(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.ticks().values().stream())
                .flatMap(tweet -> tweet.followed().stream().map(hashtag -> hashtag + " " + tweet.id()))
                .sorted()
                .toList();
    }

    private static Source source(String name, int firstId) {
        Map<Integer, Tweet> ticks = new HashMap<>();
        IntStream.range(0, 30)
                .filter(tick -> tick % 8 < 5)
                .forEach(tick -> ticks.put(tick, TestTweets.tweet(firstId + tick, "covid19", "flu")));
        return new Source(name, ticks, 30);
    }
}
