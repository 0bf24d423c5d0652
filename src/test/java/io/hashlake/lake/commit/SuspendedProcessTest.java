package io.hashlake.lake.commit;

import static io.hashlake.lake.commit.LakeContents.expected;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.core.Cursors;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process stands still before or after any of its operations on the store, another one takes its source over, and it wakes up:
 * before the other one has written anything, or in the middle, or after.
 */
class SuspendedProcessTest {

    private static final String[] PARTITIONS = {"ai", "brasil", "climate"};
    private static final int OPERATIONS = 14;
    private static final int POSTS = 10;

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final MemoryCursors cursors = new MemoryCursors();
    private final FakeClock clock = new FakeClock(TestTweets.START);
    private String holder = "first";

    static Stream<Arguments> moments() {
        return Stream.of(true, false)
                .flatMap(before -> LongStream.range(0, OPERATIONS).boxed().flatMap(operation -> Stream.of(
                                "take over", "write", "commit", "go on")
                        .map(wakeUp -> Arguments.of(operation, before, wakeUp))));
    }

    @ParameterizedTest(name = "operation {0}, before it: {1}, wakes up when the other one did {2}")
    @MethodSource("moments")
    void neitherDoublesRowsNorTakesTheOthersAway(long operation, boolean before, String wakeUp) throws IOException {
        Other other = new Other(wakeUp);
        Suspension suspension = new Suspension(operation, before, other);
        Sink first = new LakeSink(
                suspension, TestConfig.of(LakeConfig.class), new Leased("first", cursors), letters -> {}, clock);
        first.open();
        try {
            first.write(batch(0, 3));
            first.commit();
            advance("first", 3);
            first.write(batch(3, POSTS));
            first.commit();
            advance("first", POSTS);
        } catch (LostLeaseException e) {
            first.abandon(e.origins());
        }
        other.finish();

        List<String> all = new ArrayList<>();
        for (String partition : PARTITIONS) {
            all.addAll(expected(partition, 1, POSTS));
        }
        assertThat(new LakeContents(store).rows())
                .isEqualTo(all.stream().sorted().toList());
    }

    private void advance(String process, int position) {
        if (holder.equals(process)) {
            cursors.advance("search", Integer.toString(position));
        }
    }

    private static TweetBatch batch(int from, int to) {
        List<Tweet> tweets = LongStream.rangeClosed(from + 1, to)
                .mapToObj(id -> TestTweets.tweet(id, TestTweets.NOON, PARTITIONS))
                .toList();
        return TestTweets.batch("search", Integer.toString(from), Integer.toString(to), tweets);
    }

    /** Cursors of one process, which are refused to it when another holds their lease. */
    private final class Leased implements Cursors {
        private final String process;
        private final MemoryCursors cursors;

        Leased(String process, MemoryCursors cursors) {
            this.process = process;
            this.cursors = cursors;
        }

        @Override
        public Optional<String> position(String origin) {
            return cursors.position(origin);
        }

        @Override
        public void advance(String origin, String position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void ensureHeld(String origin) throws LostLeaseException {
            if (!holder.equals(process)) {
                throw new LostLeaseException(Set.of(origin));
            }
        }
    }

    /** The process that takes over: reads from the cursor to the end, as far as it is let at a time. */
    private final class Other {
        private final List<String> steps = new ArrayList<>(List.of("take over", "write", "commit", "go on"));
        private final String wakeUp;
        private final Sink sink;
        private int position;

        Other(String wakeUp) {
            this.wakeUp = wakeUp;
            this.sink = new LakeSink(
                    store, TestConfig.of(LakeConfig.class), new Leased("second", cursors), letters -> {}, clock);
        }

        void begin() throws IOException {
            holder = "second";
            clock.pass(Duration.ofSeconds(10));
            do {
                step(steps.get(0));
            } while (!steps.remove(0).equals(wakeUp));
        }

        void finish() throws IOException {
            if (holder.equals("second")) {
                for (String step : List.copyOf(steps)) {
                    step(step);
                }
                sink.commit();
            }
        }

        private void step(String step) throws IOException {
            switch (step) {
                case "take over" ->
                    position = cursors.position("search").map(Integer::valueOf).orElse(0);
                case "write" -> write(Math.min(POSTS, position + 2));
                case "commit" -> sink.commit();
                default -> write(POSTS);
            }
        }

        private void write(int to) throws IOException {
            if (to > position) {
                sink.write(batch(position, to));
                position = to;
            }
        }
    }

    /** The store as the process sees it that stands still once. */
    private final class Suspension implements ObjectStore {
        private final long at;
        private final boolean before;
        private final Other other;
        private long operations;

        Suspension(long at, boolean before, Other other) {
            this.at = at;
            this.before = before;
            this.other = other;
        }

        private void standStill(boolean isBefore) throws IOException {
            boolean isNow = isBefore == before && operations == at;
            operations += isBefore ? 0 : 1;
            if (isNow) {
                other.begin();
            }
        }

        @Override
        public void open() {}

        @Override
        public void put(String key, List<ByteBuffer> content) throws IOException {
            standStill(true);
            store.put(key, content);
            standStill(false);
        }

        @Override
        public boolean putIfAbsent(String key, List<ByteBuffer> content) throws IOException {
            return store.putIfAbsent(key, content);
        }

        @Override
        public void copy(String from, String to) throws IOException {
            store.copy(from, to);
        }

        @Override
        public byte[] read(String key, long offset, int length) throws IOException {
            return store.read(key, offset, length);
        }

        @Override
        public List<StoredObject> list(String prefix) throws IOException {
            standStill(true);
            List<StoredObject> listed = store.list(prefix);
            standStill(false);
            return listed;
        }

        @Override
        public void delete(String key) throws IOException {
            standStill(true);
            store.delete(key);
            standStill(false);
        }
    }
}
