package io.hashlake.lake.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hashlake.TestConfig;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeContents;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.parquet.Column;
import io.hashlake.lake.parquet.ColumnType;
import io.hashlake.lake.parquet.Table;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class CompactionTest {

    private static final LakeConfig NO_WINDOW = TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000000",
            "rotation-bytes=1073741824",
            "rotation-age=1h",
            "window=1",
            "remembered-ids=1");

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final MemoryCursors cursors = new MemoryCursors();
    private final FakeClock clock = new FakeClock(TestTweets.START);
    private int position;

    private CompactionReport compact(long targetSize, int rowsInMemory) throws IOException {
        return compact(new Quarantine(store, DamageListener.NONE), targetSize, rowsInMemory);
    }

    private CompactionReport compact(Quarantine quarantine, long targetSize, int rowsInMemory) throws IOException {
        Effort effort = new Effort(new StoreThreads(2), rowsInMemory, time -> {});
        try (Compactor compactor = new Compactor(quarantine, effort, config(targetSize), cursors, clock)) {
            return compactor.run().orElseThrow();
        }
    }

    private static CompactionConfig config(long targetSize) {
        return TestConfig.of(CompactionConfig.class, "min-files=4", "target-size=" + targetSize, "overlap=0s");
    }

    /** Commits these posts, and moves the cursor past them. */
    private void commit(List<Tweet> tweets) throws IOException {
        write(tweets);
        cursors.advance("search", Integer.toString(position));
    }

    /** Commits these posts; the cursor stays where it is. */
    private void write(List<Tweet> tweets) throws IOException {
        try (LakeSink sink = new LakeSink(store, NO_WINDOW, cursors, letters -> {}, clock)) {
            String start = Integer.toString(position++);
            sink.write(new TweetBatch("search", start, Integer.toString(position), tweets, List.of()));
            sink.commit();
        }
        clock.pass(Duration.ofSeconds(1));
    }

    private void settle() {
        clock.pass(Duration.ofMinutes(11));
    }

    private List<Long> ids() throws IOException {
        return new LakeContents(store)
                .records().stream().map(row -> (Long) row.get("id")).toList();
    }

    private static List<Tweet> tweets(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> TestTweets.tweet(id, "covid19"))
                .toList();
    }

    @Test
    void allPartitionsWaitForReadersAtOnce() throws IOException {
        for (int file = 0; file < 4; file++) {
            commit(LongStream.range(8 * file, 8 * file + 8)
                    .mapToObj(id -> TestTweets.tweet(id, "tag" + id % 8))
                    .toList());
        }
        settle();
        List<Duration> pauses = new ArrayList<>();
        Effort effort = new Effort(new StoreThreads(2), 1_000, pauses::add);
        CompactionConfig config = TestConfig.of(CompactionConfig.class, "min-files=4", "overlap=2s");

        try (Compactor compactor =
                new Compactor(new Quarantine(store, DamageListener.NONE), effort, config, cursors, clock)) {
            assertThat(compactor.run().orElseThrow().partitions()).isEqualTo(8);
        }

        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
        assertThat(new LakeContents(store).files()).hasSize(8);
    }

    @Test
    void makesOneFileOfThreeHundredWithOneRowAPostByTime() throws IOException {
        List<Long> truth =
                new ArrayList<>(LongStream.rangeClosed(1, 1_500).boxed().toList());
        List<Long> arrival = new ArrayList<>(truth);
        arrival.addAll(truth.subList(0, 600));
        Collections.shuffle(arrival, new Random(1));
        for (int file = 0; file < 300; file++) {
            commit(arrival.subList(file * 7, file * 7 + 7).stream()
                    .map(id -> TestTweets.tweet(id, "covid19"))
                    .toList());
        }
        settle();

        CompactionReport report = compact(1 << 20, 1_000);

        assertThat(report.partitions()).isEqualTo(1);
        assertThat(report.before().count()).isEqualTo(300);
        assertThat(report.after().count()).isEqualTo(1);
        assertThat(report.before().rows()).isEqualTo(2_100);
        assertThat(report.duplicates()).isPositive();
        assertThat(report.after().bytes())
                .isEqualTo(new LakeContents(store).files().get(0).size());
        assertThat(ids()).isEqualTo(truth);
        assertThat(store.list("_hashlake/compaction/staged/")).isEmpty();
        assertThat(store.list("_hashlake/compaction/swaps/")).isEmpty();
    }

    @Test
    void keepsTheNewestObservationAndAllFollowedHashtags() throws IOException {
        Tweet first = observed(TestTweets.tweet(7, "covid19", "flu"), 60, 5);
        Tweet newest = observed(TestTweets.tweet(7, "covid19", "saúde"), 120, 9);
        Tweet late = observed(TestTweets.tweet(7, "covid19"), 30, 1);
        for (Tweet tweet : List.of(first, newest, late, TestTweets.tweet(99, "covid19"))) {
            commit(List.of(tweet));
            commit(tweets(10 * position, 10 * position + 5));
        }
        settle();

        compact(1 << 20, 200);

        try (ZstdCodecs codecs = new ZstdCodecs()) {
            TableReader reader = new TableReader(store, codecs);
            List<GenericRecord> rows = new ArrayList<>();
            for (ObjectStore.StoredObject file : store.list("tweets/hashtag=covid19/")) {
                rows.addAll(reader.rows(file, TweetSchema.TABLE));
            }
            assertThat(rows)
                    .filteredOn(row -> row.get("id").equals(7L))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("like_count")).isEqualTo(9L);
                        assertThat(row.get("followed")).hasToString("[covid19, flu, saúde]");
                    });
        }
    }

    private static Tweet observed(Tweet tweet, long secondsAfterNoon, long likes) {
        return tweet.toBuilder()
                .metrics(new Metrics(
                        Metrics.UNKNOWN, Metrics.UNKNOWN, likes, Metrics.UNKNOWN, Metrics.UNKNOWN, Metrics.UNKNOWN))
                .observedAt(TestTweets.NOON.plusSeconds(secondsAfterNoon))
                .build();
    }

    @Test
    void keepsEveryValueOfARow() throws IOException {
        for (int id = 1; id <= 4; id++) {
            commit(List.of(TestTweets.full(id), TestTweets.tweet(10 + id, "covid19", "saúde")));
        }
        List<String> before = records();
        settle();

        assertThat(compact(1 << 20, 3).partitions()).isEqualTo(2);

        assertThat(records()).isEqualTo(before);
    }

    private List<String> records() throws IOException {
        return new LakeContents(store)
                .records().stream().map(GenericRecord::toString).sorted().toList();
    }

    @Test
    void cutsFilesAtTheirSizeAndDoesNotTouchThemAgain() throws IOException {
        for (int file = 0; file < 8; file++) {
            commit(tweets(1 + file * 500L, 500 + file * 500L));
        }
        settle();

        CompactionReport first = compact(60_000, 700);
        List<String> keys = keys();
        CompactionReport second = compact(60_000, 700);

        assertThat(first.after().count()).isGreaterThan(2);
        assertThat(second).isEqualTo(CompactionReport.NOTHING);
        assertThat(keys()).isEqualTo(keys);
        assertThat(ids()).isEqualTo(LongStream.rangeClosed(1, 4_000).boxed().toList());
    }

    private List<String> keys() throws IOException {
        return new LakeContents(store)
                .files().stream().map(ObjectStore.StoredObject::key).toList();
    }

    @Test
    void findsDuplicatesOfPostsThatWereCompactedBefore() throws IOException {
        for (int file = 0; file < 8; file++) {
            commit(tweets(1 + file * 500L, 500 + file * 500L));
        }
        settle();
        compact(60_000, 700);
        String untouched = keys().get(0);
        for (int file = 0; file < 4; file++) {
            commit(tweets(3_900 + file * 60L, 3_960 + file * 60L));
        }
        settle();

        CompactionReport report = compact(60_000, 700);

        assertThat(report.duplicates()).isGreaterThanOrEqualTo(101);
        assertThat(ids()).isEqualTo(LongStream.rangeClosed(1, 4_140).boxed().toList());
        assertThat(keys()).contains(untouched);
    }

    @Test
    void leavesAloneWhatIsYoungOrFew() throws IOException {
        for (int file = 0; file < 3; file++) {
            commit(tweets(file * 10L + 1, file * 10L + 10));
        }
        settle();
        assertThat(compact(1 << 20, 100)).isEqualTo(CompactionReport.NOTHING);
        commit(tweets(31, 40));
        assertThat(compact(1 << 20, 100)).isEqualTo(CompactionReport.NOTHING);
        settle();
        assertThat(compact(1 << 20, 100).after().count()).isEqualTo(1);
    }

    @Test
    void takesTwoFilesForEnoughWhereNothingComesAnyMore() throws IOException {
        commit(tweets(1, 10));
        commit(tweets(5, 15));
        clock.pass(Duration.ofHours(25));

        assertThat(compact(1 << 20, 100).after().count()).isEqualTo(1);
        assertThat(compact(1 << 20, 100)).isEqualTo(CompactionReport.NOTHING);
        assertThat(ids()).isEqualTo(LongStream.rangeClosed(1, 15).boxed().toList());
    }

    @Test
    void leavesAloneWhatASinkMayTakeBack() throws IOException {
        for (int file = 0; file < 4; file++) {
            commit(tweets(file * 10L + 1, file * 10L + 10));
        }
        cursors.advance("search", "3");
        settle();

        assertThat(compact(1 << 20, 100)).isEqualTo(CompactionReport.NOTHING);
        cursors.advance("search", "4");
        assertThat(compact(1 << 20, 100).before().count()).isEqualTo(4);
    }

    @Test
    void waitsAWeekForASinkWhoseCursorItDoesNotSee() throws IOException {
        for (int file = 0; file < 4; file++) {
            commit(tweets(file * 10L + 1, file * 10L + 10));
        }
        cursors.forget("search");
        clock.pass(Duration.ofDays(7).minusMinutes(1));

        assertThat(compact(1 << 20, 100).before().count()).isEqualTo(3);
        clock.pass(Duration.ofMinutes(1));
        assertThat(compact(1 << 20, 100).before().count()).isEqualTo(2);
        assertThat(ids()).isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void losesNothingToASinkThatTakesBackAfterAWeek() throws IOException {
        write(tweets(1, 10));
        write(tweets(11, 20));
        cursors.forget("search");
        clock.pass(Duration.ofDays(8));
        compact(1 << 20, 100);
        position = 0;

        commit(tweets(1, 10));
        commit(tweets(11, 25));
        assertThat(ids()).hasSize(45);
        clock.pass(Duration.ofDays(2));
        compact(1 << 20, 100);

        assertThat(ids()).isEqualTo(LongStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void leavesFilesOfANewerVersionAsTheyAre() throws IOException {
        for (int file = 0; file < 4; file++) {
            commit(tweets(file * 10L + 1, file * 10L + 10));
        }
        List<Column<Tweet>> more = new ArrayList<>(TweetSchema.COLUMNS);
        more.add(Column.required("shape", ColumnType.TEXT, "Of tomorrow", tweet -> "round"));
        put("0000000000000001-search-0", Table.of("tweet", "", more), tweets(50, 51));
        List<String> before = keys();
        settle();

        assertThat(compact(1 << 20, 100)).isEqualTo(CompactionReport.FAILURE);
        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void fillsColumnsThatAnOlderVersionDidNotKnow() throws IOException {
        List<Column<Tweet>> fewer = TweetSchema.COLUMNS.stream()
                .filter(column -> !List.of("like_count", "urls", "language").contains(column.name()))
                .toList();
        put("0000000000000001-search-0", Table.of("tweet", "", fewer), tweets(50, 51));
        for (int file = 0; file < 3; file++) {
            commit(tweets(file * 10L + 1, file * 10L + 10));
        }
        settle();

        assertThat(compact(1 << 20, 100).after().rows()).isEqualTo(32);

        assertThat(new LakeContents(store).records())
                .filteredOn(row -> (Long) row.get("id") >= 50)
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.get("like_count")).isNull();
                    assertThat(row.get("urls")).hasToString("[]");
                });
    }

    @Test
    void goesOnWithAFileOfTheFirstReleaseWhoseTimesAreInMilliseconds() throws IOException {
        byte[] earlier = Files.readAllBytes(Path.of("src/test/resources/earlier/tweets.zstd.parquet"));
        store.put(
                "tweets/hashtag=covid19/dt=2026-11-22/0000000000000001-search-0.zstd.parquet",
                List.of(ByteBuffer.wrap(earlier)));
        commit(List.of(TestTweets.full(3).followedBy(List.of("covid19"))));
        clock.pass(Duration.ofDays(2));

        assertThat(compact(1 << 20, 100).after().rows()).isEqualTo(3);

        assertThat(new LakeContents(store).records())
                .extracting(
                        row -> row.get("id"), row -> row.get("like_count"), row -> String.valueOf(row.get("client")))
                .containsExactlyInAnyOrder(
                        tuple(1L, 23L, "Hashlake for Tests"),
                        tuple(2L, null, "null"),
                        tuple(3L, 23L, "Hashlake for Tests"));
        assertThat(new LakeContents(store).records())
                .extracting(row -> row.get("created_at"))
                .containsExactly(1_795_348_800_123_000L, 1_795_348_800_123_000L, 1_795_348_802_123_000L);
    }

    private void put(String name, Table<Tweet> table, List<Tweet> tweets) throws IOException {
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            List<ByteBuffer> content = new TableEncoder<>(table, codecs).encode(tweets, java.util.Map.of());
            store.put("tweets/hashtag=covid19/dt=2026-11-22/" + name + ".zstd.parquet", content);
        }
    }

    @Test
    void goesOnWithOtherPartitionsWhereOneCannotBeRead() throws IOException {
        for (int file = 0; file < 4; file++) {
            commit(IntStream.rangeClosed(1, 5)
                    .mapToObj(id -> TestTweets.tweet(id, "covid19", "flu"))
                    .toList());
        }
        String broken = keys().get(0);
        settle();
        ObjectStore failing = new InterruptedStore(store, operation -> {
            if (operation.equals("read " + broken)) {
                throw new IOException("no answer");
            }
        });

        CompactionReport report = compact(new Quarantine(failing, DamageListener.NONE), 1 << 20, 100);

        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.partitions()).isEqualTo(1);
        assertThat(keys()).contains(broken).hasSize(5);
    }

    @Test
    void leavesWhatOthersHavePutThere() throws IOException {
        for (int file = 0; file < 4; file++) {
            commit(tweets(file * 10L + 1, file * 10L + 10));
        }
        String foreign = "tweets/hashtag=covid19/dt=2026-11-22/mine.parquet";
        store.put(foreign, List.of(ByteBuffer.wrap(new byte[] {1})));
        settle();

        compact(1 << 20, 100);

        assertThat(store.list("tweets/")).hasSize(2).anyMatch(file -> file.key().equals(foreign));
    }

    @Test
    void letsASinkRememberTheIdsOfCompactedFiles() throws IOException {
        for (int file = 0; file < 4; file++) {
            commit(tweets(file * 10L + 1, file * 10L + 10));
        }
        settle();
        compact(1 << 20, 100);

        LakeConfig window = TestConfig.of(
                LakeConfig.class,
                "rotation-rows=1000",
                "rotation-bytes=1048576",
                "rotation-age=1h",
                "window=1000",
                "remembered-ids=10000");
        try (LakeSink sink = new LakeSink(store, window, cursors, letters -> {}, clock)) {
            sink.write(new TweetBatch("stream", "a", "b", tweets(1, 42), List.of()));
            assertThat(sink.commit().duplicates()).isEqualTo(40);
        }
    }

    @Test
    void isDoneByOneProcessAtATime() throws IOException {
        Lease lease = Lease.take("_hashlake/compaction/lease/", store, clock).orElseThrow();
        try (Compactor compactor = new Compactor(store, config(1), cursors, clock)) {
            assertThat(compactor.run()).isEmpty();
            lease.release();
            assertThat(compactor.run()).isPresent();
        }
    }
}
