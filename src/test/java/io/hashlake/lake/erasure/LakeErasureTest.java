package io.hashlake.lake.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hashlake.TestConfig;
import io.hashlake.core.Payload;
import io.hashlake.core.TweetBatch;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.RawSink;
import io.hashlake.lake.commit.Rotation;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.compaction.CompactionConfig;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.compaction.Effort;
import io.hashlake.lake.compaction.Lease;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.compaction.TableFormat;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.json.erasure.JsonEraser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LakeErasureTest {

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final MemoryCursors cursors = new MemoryCursors();
    private final FakeClock clock = new FakeClock(TestTweets.START);
    private final LakeContents lake = new LakeContents(store);
    private int position;

    @Test
    void removesErasedPostsFromEveryPartitionAndTouchesNoOtherFile() throws Exception {
        commit(tweets(1, 5, "covid19", "flu"));
        commit(tweets(6, 9, "covid19"));
        List<StoredObject> before = store.list("tweets/");

        assertThat(erase(posts(2, 3))).isEqualTo(4);

        assertThat(lake.rows())
                .containsExactly(
                        "covid19 1",
                        "covid19 4",
                        "covid19 5",
                        "covid19 6",
                        "covid19 7",
                        "covid19 8",
                        "covid19 9",
                        "flu 1",
                        "flu 4",
                        "flu 5");
        assertThat(store.list("tweets/")).hasSize(3).containsOnlyOnce(before.get(1));
        assertThat(erase(posts(2, 3))).isZero();
    }

    @Test
    void removesAFileOfWhichNothingIsLeft() throws Exception {
        commit(tweets(1, 2, "covid19"));
        erase(posts(1, 2));
        assertThat(store.list("tweets/")).isEmpty();
    }

    @Test
    void removesAllPostsOfAUser() throws Exception {
        commit(tweets(1, 2, "covid19"));
        assertThat(erase(new Tombstones(ErasedIds.NONE, ErasedIds.of(7), ErasedIds.NONE)))
                .isEqualTo(2);
        assertThat(lake.rows()).isEmpty();
    }

    @Test
    void removesThePlaceAlone() throws Exception {
        commit(List.of(TestTweets.full(1)));
        assertThat(erase(new Tombstones(ErasedIds.NONE, ErasedIds.NONE, ErasedIds.of(1))))
                .isEqualTo(2);

        assertThat(lake.records()).allSatisfy(row -> {
            assertThat(row.get("place_id")).isNull();
            assertThat(row.get("place_full_name")).isNull();
            assertThat(row.get("text")).isNotNull();
        });
        assertThat(erase(new Tombstones(ErasedIds.NONE, ErasedIds.NONE, ErasedIds.of(1))))
                .isZero();
    }

    @Test
    void removesErasedPostsFromPayloads() throws Exception {
        keep("{\"data\":[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",\"text\":\"b\"}]}");
        keep("{\"data\":[{\"id\":\"3\",\"text\":\"c\"}]}");

        assertThat(erase(posts(1))).isEqualTo(1);
        assertThat(lake.payloads())
                .containsExactly(
                        "search {\"data\":[{\"id\":\"2\",\"text\":\"b\"}]}",
                        "search {\"data\":[{\"id\":\"3\",\"text\":\"c\"}]}");
    }

    @Test
    void compactionBringsNothingBack() throws Exception {
        for (int post = 1; post <= 8; post++) {
            commit(tweets(post, post, "covid19"));
        }
        erase(posts(3));
        clock.pass(Duration.ofMinutes(11));
        compact();
        assertThat(lake.rows()).hasSize(7).doesNotContain("covid19 3");

        erase(posts(4));
        assertThat(lake.rows()).hasSize(6).doesNotContain("covid19 4");
    }

    @Test
    void finishesWhatAKilledErasureHasBegun() throws Exception {
        commit(tweets(1, 5, "covid19"));
        commit(tweets(6, 9, "covid19"));
        keep("{\"data\":[{\"id\":\"1\",\"text\":\"a\"}]}");
        boolean isDone = false;
        for (int step = 0; !isDone; step++) {
            MemoryObjectStore copy = new MemoryObjectStore();
            copy.objects.putAll(store.objects);
            isDone = isErasedAfterAKillAt(step, copy);
            clock.pass(Duration.ofMinutes(3));
            erase(copy, posts(2, 7));
            LakeContents left = new LakeContents(copy);
            assertThat(left.rows()).as("killed at step %d", step).hasSize(7).doesNotContain("covid19 2", "covid19 7");
            assertThat(copy.list(Compactor.ROOT + "staged/")).isEmpty();
        }
    }

    @Test
    void waitsForACompactionThatIsUnderWay() throws Exception {
        commit(tweets(1, 2, "covid19"));
        Lease.take(Compactor.ROOT + "lease/", store, clock).orElseThrow();

        assertThatThrownBy(() -> erase(posts(1)))
                .isInstanceOf(IOException.class)
                .hasMessage("the lake's files are being rewritten by another process just now");
    }

    @Test
    void leavesNothingWhenEverythingIsForgotten() throws Exception {
        commit(tweets(1, 2, "covid19"));
        try (LakeErasure erasure = erasure(store)) {
            assertThat(erasure.contents()).matches("\\d objects of [\\d,]+ bytes");
            erasure.eraseAll();
            assertThat(erasure.contents()).isEmpty();
        }
    }

    private boolean isErasedAfterAKillAt(int step, MemoryObjectStore copy) throws IOException {
        AtomicInteger operations = new AtomicInteger();
        InterruptedStore killed = new InterruptedStore(copy, operation -> {
            if (operations.incrementAndGet() > step) {
                throw new IOException("killed before " + operation);
            }
        });
        try {
            erase(killed, posts(2, 7));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private long erase(Tombstones tombstones) throws IOException {
        return erase(store, tombstones);
    }

    private long erase(ObjectStore target, Tombstones tombstones) throws IOException {
        try (LakeErasure erasure = erasure(target)) {
            return erasure.erase(tombstones);
        }
    }

    private LakeErasure erasure(ObjectStore target) {
        Quarantine quarantine = new Quarantine(target, DamageListener.NONE);
        Effort effort = Effort.usual(new StoreThreads(target.parallelism()), TableFormat.DIRECTORIES);
        Swaps swaps = new Swaps(Compactor.ROOT, quarantine, Duration.ZERO, effort);
        return new LakeErasure(quarantine, new JsonEraser(), swaps, clock);
    }

    private void compact() throws IOException {
        CompactionConfig config = TestConfig.of(CompactionConfig.class, "min-files=4", "overlap=0s");
        try (Compactor compactor = new Compactor(store, config, cursors, clock)) {
            assertThat(compactor.run().orElseThrow().partitions()).isEqualTo(1);
        }
    }

    private void commit(List<Tweet> tweets) throws IOException {
        try (LakeSink sink = new LakeSink(store, TestConfig.of(LakeConfig.class), cursors, letters -> {}, clock)) {
            sink.write(TestTweets.batch("search", start(), end(), tweets));
            sink.commit();
        }
        cursors.advance("search", end());
        position++;
        clock.pass(Duration.ofSeconds(1));
    }

    private void keep(String json) throws IOException {
        Rotation rotation = new Rotation(1_000, 1 << 20, Duration.ofSeconds(60));
        Payload payload = new Payload(TestTweets.NOON, json.getBytes(StandardCharsets.UTF_8));
        try (RawSink sink = new RawSink(store, rotation, cursors, clock)) {
            sink.write(new TweetBatch("search", start(), end(), List.of(), List.of(), List.of(payload)));
            sink.commit();
        }
        cursors.advance("search", end());
        position++;
        clock.pass(Duration.ofSeconds(1));
    }

    private String start() {
        return Integer.toString(position);
    }

    private String end() {
        return Integer.toString(position + 1);
    }

    private static List<Tweet> tweets(long first, long last, String... followed) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> TestTweets.tweet(id, followed))
                .toList();
    }

    private static Tombstones posts(long... ids) {
        return new Tombstones(ErasedIds.of(ids), ErasedIds.NONE, ErasedIds.NONE);
    }
}
