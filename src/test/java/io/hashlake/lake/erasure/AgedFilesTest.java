package io.hashlake.lake.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.TestConfig;
import io.hashlake.core.Payload;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.RawSink;
import io.hashlake.lake.commit.Rotation;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.compaction.Effort;
import io.hashlake.lake.compaction.Lease;
import io.hashlake.lake.compaction.Swap;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.compaction.TableFormat;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.thread.Pause;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgedFilesTest {

    private static final Instant FIRST_KEPT = Instant.parse("2026-09-02T15:00:00Z");

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final MemoryCursors cursors = new MemoryCursors();
    private final FakeClock clock = new FakeClock(TestTweets.START);
    private final List<String> removedFromTable = new ArrayList<>();
    private int position;

    /** What Iceberg would be told. */
    private final TableFormat table = new TableFormat() {
        @Override
        public Predicate<String> replaceable() {
            return key -> true;
        }

        @Override
        public boolean replace(Swap swap) {
            removedFromTable.addAll(swap.replaced());
            return true;
        }
    };

    @BeforeEach
    void fill() throws IOException {
        commit(1, "2026-09-01T23:59:59.999Z");
        commit(2, "2026-09-02T00:00:00Z");
        commit(3, "2026-08-01T00:00:00Z");
        clock.pass(Duration.ofHours(1));
    }

    @Test
    void dropsExactlyTheDaysBefore() throws Exception {
        assertThat(drop(store, "tweets/")).isEqualTo(2);
        assertThat(new LakeContents(store).rows()).containsExactly("covid19 2");
        assertThat(removedFromTable).hasSize(2).allMatch(key -> key.startsWith("tweets/hashtag=covid19/dt=2026-0"));
        assertThat(drop(store, "tweets/")).isZero();
    }

    @Test
    void dropsPayloadsByTheDayOnWhichTheyWereReceived() throws Exception {
        keep("{}", "2026-09-01T12:00:00Z");
        keep("[]", "2026-09-03T12:00:00Z");
        clock.pass(Duration.ofHours(1));
        assertThat(drop(store, "raw/")).isEqualTo(1);
        assertThat(new LakeContents(store).payloads()).containsExactly("search []");
        assertThat(new LakeContents(store).rows()).hasSize(3);
    }

    @Test
    void leavesFilesThatWerePutJustNow() throws Exception {
        commit(4, "2026-07-01T00:00:00Z");
        assertThat(drop(store, "tweets/")).isEqualTo(2);
        clock.pass(Duration.ofHours(1));
        assertThat(drop(store, "tweets/")).isEqualTo(1);
    }

    @Test
    void leavesMartsAndTheRecordsOfCommits() throws Exception {
        store.put("marts/fact_tweet/dt=2020-01-01/0000000000000001-x.parquet", List.of());
        store.put("_hashlake/other/dt=2020-01-01/0000000000000001-x.parquet", List.of());
        drop(store, "tweets/");
        drop(store, "raw/");
        assertThat(store.list("marts/")).hasSize(1);
        assertThat(store.list("_hashlake/other/")).hasSize(1);
    }

    @Test
    void finishesWhatAKilledRunHasBegun() throws Exception {
        boolean isDone = false;
        for (int step = 0; !isDone; step++) {
            MemoryObjectStore copy = new MemoryObjectStore();
            copy.objects.putAll(store.objects);
            isDone = isDroppedAfterAKillAt(step, copy);
            clock.pass(Duration.ofMinutes(3));
            drop(copy, "tweets/");
            assertThat(new LakeContents(copy).rows())
                    .as("killed at step %d", step)
                    .containsExactly("covid19 2");
            assertThat(copy.list(Compactor.ROOT + "swaps/")).isEmpty();
        }
    }

    @Test
    void waitsForACompactionThatIsUnderWay() throws Exception {
        Lease.take(Compactor.ROOT + "lease/", store, clock).orElseThrow();
        assertThatThrownBy(() -> drop(store, "tweets/"))
                .isInstanceOf(IOException.class)
                .hasMessage("the lake's files are being rewritten by another process just now");
    }

    private boolean isDroppedAfterAKillAt(int step, MemoryObjectStore copy) {
        AtomicInteger operations = new AtomicInteger();
        InterruptedStore killed = new InterruptedStore(copy, operation -> {
            if (operations.incrementAndGet() > step) {
                throw new IOException("killed before " + operation);
            }
        });
        try {
            drop(killed, "tweets/");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private long drop(ObjectStore target, String directory) throws IOException {
        Effort effort = new Effort(new StoreThreads(target.parallelism()), 1, Pause::sleep, table);
        Quarantine quarantine = new Quarantine(target, DamageListener.NONE);
        Swaps swaps = new Swaps(Compactor.ROOT, quarantine, Duration.ZERO, effort);
        return new AgedFiles("lake", directory, target, swaps, Duration.ofMinutes(10), clock).drop(FIRST_KEPT);
    }

    private void commit(long id, String createdAt) throws IOException {
        Tweet tweet = TestTweets.tweet(id, Instant.parse(createdAt), "covid19");
        try (LakeSink sink = new LakeSink(store, TestConfig.of(LakeConfig.class), cursors, letters -> {}, clock)) {
            sink.write(TestTweets.batch(
                    "search", Integer.toString(position), Integer.toString(position + 1), List.of(tweet)));
            sink.commit();
        }
        advance();
    }

    private void keep(String json, String receivedAt) throws IOException {
        Rotation rotation = new Rotation(1_000, 1 << 20, Duration.ofSeconds(60));
        Payload payload = new Payload(Instant.parse(receivedAt), json.getBytes(StandardCharsets.UTF_8));
        try (RawSink sink = new RawSink(store, rotation, cursors, clock)) {
            sink.write(new TweetBatch(
                    "search",
                    Integer.toString(position),
                    Integer.toString(position + 1),
                    List.of(),
                    List.of(),
                    List.of(payload)));
            sink.commit();
        }
        advance();
    }

    private void advance() throws IOException {
        position++;
        cursors.advance("search", Integer.toString(position));
        clock.pass(Duration.ofSeconds(1));
    }
}
