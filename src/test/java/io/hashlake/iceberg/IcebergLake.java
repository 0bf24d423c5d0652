package io.hashlake.iceberg;

import io.hashlake.TestConfig;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.MemoryCursors;
import io.hashlake.lake.commit.TestTweets;
import io.hashlake.lake.compaction.CompactionConfig;
import io.hashlake.lake.compaction.CompactionReport;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.compaction.Effort;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.erasure.AgedFiles;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.InterruptedStore;
import io.hashlake.lake.store.MemoryObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Partition;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.tweet.FakeClock;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.FileIO;

/** A lake in memory with an Iceberg table, and the processes that work on it. */
final class IcebergLake {

    static final TableIdentifier NAME = TableIdentifier.of("hashlake", "tweets");
    static final LakeLocation LOCATION = new LakeLocation("s3://bucket/lake/");
    static final Duration AGE = Duration.ofHours(6);

    private static final LakeConfig FORGETFUL = TestConfig.of(
            LakeConfig.class,
            "rotation-rows=1000000",
            "rotation-bytes=1073741824",
            "rotation-age=1h",
            "window=1",
            "remembered-ids=1");

    private static final CompactionConfig EAGER =
            TestConfig.of(CompactionConfig.class, "min-files=2", "settle-age=0s", "overlap=0s");

    final MemoryObjectStore store = new MemoryObjectStore();
    final MemoryCursors cursors = new MemoryCursors();
    final FakeClock clock = new FakeClock(TestTweets.START);
    private final CatalogOpener opener;
    private int position;

    /** Opens a process's own view of a catalog that outlives all of them. */
    @FunctionalInterface
    interface CatalogOpener {

        /** @param interruption runs before each operation on the catalog, and where its answer could be lost */
        Catalog open(FileIO files, Runnable interruption);
    }

    IcebergLake() {
        this(PointerCatalog.opener());
    }

    IcebergLake(CatalogOpener opener) {
        this.opener = opener;
    }

    /** Commits the posts, and moves the cursor past them. */
    void land(Tweet... tweets) throws IOException {
        landUnpassed(tweets);
        cursors.advance("search", Integer.toString(position));
    }

    /** Commits the posts; the cursor stays where it is. */
    void landUnpassed(Tweet... tweets) throws IOException {
        try (LakeSink sink = new LakeSink(store, FORGETFUL, cursors, letters -> {}, clock)) {
            String start = Integer.toString(position++);
            sink.write(new TweetBatch("search", start, Integer.toString(position), List.of(tweets), List.of()));
            sink.commit();
        }
        clock.pass(Duration.ofSeconds(1));
    }

    /** What a source that goes back to its cursor makes the sink do. */
    void takeBack(int cursor) throws IOException {
        position = cursor;
        landUnpassed();
    }

    Registration register() throws IOException {
        return register(() -> {});
    }

    /** @param interruption runs before each operation on store and catalog */
    Registration register(Runnable interruption) throws IOException {
        ObjectStore store = interrupted(interruption);
        try (Iceberg iceberg = new Iceberg(quarantine(store), cursors, table(store, interruption), clock)) {
            return iceberg.register(AGE);
        }
    }

    CompactionReport compact() throws IOException {
        return compact(() -> {});
    }

    /** @param interruption runs before each operation on store and catalog */
    CompactionReport compact(Runnable interruption) throws IOException {
        clock.pass(Duration.ofMinutes(3));
        ObjectStore store = interrupted(interruption);
        try (Iceberg iceberg = new Iceberg(quarantine(store), cursors, table(store, interruption), clock)) {
            Effort effort = new Effort(IcebergLake::oneByOne, 1_000, time -> {}, iceberg.format());
            try (Compactor compactor = new Compactor(quarantine(store), effort, EAGER, cursors, clock)) {
                return compactor.run().orElseThrow();
            }
        }
    }

    /** Drops the files of earlier days. */
    long drop(Instant before) throws IOException {
        try (Iceberg iceberg = new Iceberg(quarantine(store), cursors, table(store, () -> {}), clock)) {
            Effort effort = new Effort(IcebergLake::oneByOne, 1_000, time -> {}, iceberg.format());
            Swaps swaps = new Swaps(Compactor.ROOT, quarantine(store), Duration.ZERO, effort);
            return new AgedFiles("lake", Partition.ROOT, store, swaps, Duration.ZERO, clock).drop(before);
        }
    }

    private static <T> void oneByOne(List<T> items, Parallel.Operation<T> operation) throws IOException {
        for (T item : items) {
            operation.on(item);
        }
    }

    private static Quarantine quarantine(ObjectStore store) {
        return new Quarantine(store, DamageListener.NONE);
    }

    private ObjectStore interrupted(Runnable interruption) {
        return new InterruptedStore(store, operation -> {
            try {
                interruption.run();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private LakeTable table(ObjectStore store, Runnable interruption) {
        return new LakeTable(() -> catalog(store, interruption), NAME, LOCATION);
    }

    private Catalog catalog(ObjectStore store, Runnable interruption) {
        return opener.open(new LakeFileIO(store, LOCATION), interruption);
    }

    /** What stands in the directory of Iceberg's metadata, by its ending. */
    Set<String> metadata(String ending) {
        return store.objects.keySet().stream()
                .filter(key -> key.startsWith("_hashlake/iceberg/") && key.endsWith(ending))
                .collect(Collectors.toSet());
    }

    /** The table as another program sees it. */
    Table table() {
        return catalog().loadTable(NAME);
    }

    /** The catalog as another program sees it. */
    Catalog catalog() {
        return catalog(store, () -> {});
    }

    List<Record> records() throws IOException {
        return new IcebergReader(table()).records();
    }

    /** One entry for each row, {@code hashtag id}, sorted: a row that stands twice is here twice. */
    List<String> rows() throws IOException {
        return new IcebergReader(table())
                .rows().stream().map(row -> row.replace('/', ' ')).toList();
    }
}
