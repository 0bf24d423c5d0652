package io.hashlake.lake.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.TestConfig;
import io.hashlake.lake.commit.DataFile;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.commit.WriteAheadRecord;
import io.hashlake.lake.parquet.IdRange;
import io.hashlake.lake.parquet.Table;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetArbitraries;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.parquet.io.api.Binary;

/** Whatever stands in the files of a partition, one row a post is left: its newest observation. */
class CompactionPropertiesTest {

    private static final String PARTITION = "tweets/hashtag=covid19/dt=2026-11-22/";
    private static final int POSTS = 12;
    private static final int ID = TweetSchema.TABLE.index("id");
    private static final int CREATED_AT = TweetSchema.TABLE.index("created_at");
    private static final int OBSERVED_AT = TweetSchema.TABLE.index("observed_at");
    private static final int FOLLOWED = TweetSchema.TABLE.index("followed");

    /** Files of an older version lack these. */
    private static final Set<String> NEWER =
            Set.of("clean_text", "emojis", "text_language", "polarity", "urls", "client");

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final FakeClock clock = new FakeClock(TestTweets.START);

    /**
     * What stands in a file.
     *
     * @param first id of the plain posts in it
     * @param count of these
     */
    record File(List<Tweet> anything, int first, int count, boolean isOld) {

        List<Tweet> tweets() {
            Stream<Tweet> plain = IntStream.range(first, first + count).mapToObj(id -> TestTweets.tweet(id, "covid19"));
            return Stream.concat(plain, anything.stream()).toList();
        }
    }

    @Property(tries = 60)
    void leavesTheNewestRowOfEachPostInTheOrderOfTime(
            @ForAll("files") List<File> files,
            @ForAll @IntRange(min = 1, max = 40_000) int targetBytes,
            @ForAll @IntRange(min = 20, max = 400) int rowsInMemory)
            throws IOException {
        store.objects.clear();
        for (int i = 0; i < files.size(); i++) {
            put(PARTITION + WriteAheadRecord.ordinalName(i + 1) + "-search-0" + DataFile.EXTENSION, files.get(i));
        }
        Map<Object, List<Object>> newest = newest(rows());
        clock.pass(Duration.ofDays(2));

        CompactionReport report = compact(targetBytes, rowsInMemory);

        List<Object[]> rows = rows();
        assertThat(rows).extracting(row -> row[ID]).containsExactlyElementsOf(newest.keySet());
        assertThat(rows).extracting(row -> (Long) row[CREATED_AT]).isSorted();
        rows.forEach(row -> assertThat(comparable(row)).isEqualTo(newest.get(row[ID])));
        assertThat(report.after().rows()).isEqualTo(newest.size());
        assertThat(compact(targetBytes, rowsInMemory).duplicates()).isZero();
        assertThat(store.objects.keySet()).noneMatch(key -> key.contains("/staged/") || key.contains("/swaps/"));
    }

    @Provide
    Arbitrary<List<File>> files() {
        TestTweets.full(1);
        return Combinators.combine(
                        observations().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(POSTS + 1, 200),
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.of(true, false))
                .as(File::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    /** Few posts, often in several rows, some of them observed at the same time. */
    private static Arbitrary<Tweet> observations() {
        return Combinators.combine(
                        TweetArbitraries.tweets(),
                        Arbitraries.integers().between(1, POSTS),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("covid19", "flu", "saúde").set().ofMinSize(1))
                .as(CompactionPropertiesTest::observation);
    }

    private static Tweet observation(Tweet any, int id, int observed, Set<String> followed) {
        return any.toBuilder()
                .id(id)
                .createdAt(TestTweets.NOON.plusSeconds(id))
                .observedAt(TestTweets.NOON.plusSeconds(observed))
                .followed(List.copyOf(new TreeSet<>(followed)))
                .build();
    }

    private void put(String key, File file) throws IOException {
        Table<Tweet> table = Table.of(
                "tweet",
                "",
                TweetSchema.COLUMNS.stream()
                        .filter(column -> !file.isOld() || !NEWER.contains(column.name()))
                        .toList());
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            store.put(key, new TableEncoder<>(table, codecs).encode(file.tweets(), Map.of()));
        }
    }

    private CompactionReport compact(int targetBytes, int rowsInMemory) throws IOException {
        CompactionConfig config = TestConfig.of(
                CompactionConfig.class, "min-files=2", "target-size=" + targetBytes, "settle-age=0s", "overlap=0s");
        try (Compactor compactor = new Compactor(
                new Quarantine(store, DamageListener.NONE),
                new Effort(new StoreThreads(2), rowsInMemory, time -> {}),
                config,
                new MemoryCursors(),
                clock)) {
            return compactor.run().orElseThrow();
        }
    }

    /** In the order of the files and of the rows in them. */
    private List<Object[]> rows() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        try (ZstdCodecs codecs = new ZstdCodecs()) {
            TableReader reader = new TableReader(store, codecs);
            for (ObjectStore.StoredObject file : store.list(PARTITION)) {
                reader.rows(file, TweetSchema.TABLE, IdRange.ALL, rows::add);
            }
        }
        return rows;
    }

    /** Of each post the row that was observed last; of those that were observed at once, the last one. */
    private static Map<Object, List<Object>> newest(List<Object[]> rows) {
        Map<Object, List<Object>> newest = new TreeMap<>();
        Map<Object, Set<String>> followed = new TreeMap<>();
        for (Object[] row : rows) {
            newest.merge(row[ID], comparable(row), (old, next) -> observedAt(next) < observedAt(old) ? old : next);
            followed.computeIfAbsent(row[ID], absent -> new TreeSet<>()).addAll(followed(row));
        }
        newest.forEach((id, row) -> row.set(FOLLOWED, followed.get(id)));
        return newest;
    }

    /** A list that an older version did not know is empty. */
    private static List<Object> comparable(Object[] row) {
        List<Object> values = new ArrayList<>(Arrays.asList(row));
        values.replaceAll(value -> List.of().equals(value) ? null : value);
        values.set(FOLLOWED, followed(row));
        return values;
    }

    private static Set<String> followed(Object[] row) {
        Set<String> followed = new TreeSet<>();
        ((List<?>) row[FOLLOWED]).forEach(hashtag -> followed.add(((Binary) hashtag).toStringUsingUTF8()));
        return followed;
    }

    private static long observedAt(List<Object> row) {
        return (Long) row.get(OBSERVED_AT);
    }
}
