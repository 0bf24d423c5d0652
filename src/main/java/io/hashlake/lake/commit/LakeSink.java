package io.hashlake.lake.commit;

import io.hashlake.core.Cursors;
import io.hashlake.core.DeadLetters;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.parquet.BufferedRow;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.TweetSchema;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Partition;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.tweet.Tweet;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Lands tweets as Parquet files, each tweet once in each of its partitions.
 *
 * <p>Rows wait in memory until {@link #commit}, which puts for every origin an intent and then its files. What a killed
 * process left behind is taken back when the origin is heard of again and is about to deliver the same rows: only then it
 * is certain that no other process is about to move the origin's cursor past them. {@code docs/lake.md} walks through
 * every step at which a process can be killed.
 *
 * <p>An origin must be written by one process at a time, and its cursor must move only after a commit that covers it.
 */
public final class LakeSink implements Sink {

    /** Its name, which is also its role. */
    static final String NAME = "lake";

    static final String INTENTS = "_hashlake/intents/";

    private final ObjectStore store;
    private final DeadLetters deadLetters;
    private final Clock clock;

    private final ZstdCodecs codecs = new ZstdCodecs();
    private final IdWindows windows;
    private final OpenCommits<Tweet> epochs;

    /** Over a store whose damage is logged and nothing else. */
    public LakeSink(ObjectStore store, LakeConfig config, Cursors cursors, DeadLetters deadLetters, Clock clock) {
        this(new Quarantine(store, DamageListener.NONE), config, cursors, deadLetters, clock);
    }

    /**
     * @param quarantine over the store, for files and intents that are damaged
     * @param cursors the positions from which sources take up reading after a restart, and their leases
     * @param deadLetters where tweets go that cannot be stored
     */
    public LakeSink(Quarantine quarantine, LakeConfig config, Cursors cursors, DeadLetters deadLetters, Clock clock) {
        this(quarantine, new StoreThreads(quarantine.store().parallelism()), config, cursors, deadLetters, clock);
    }

    LakeSink(
            Quarantine quarantine,
            Parallel parallel,
            LakeConfig config,
            Cursors cursors,
            DeadLetters deadLetters,
            Clock clock) {
        this.store = quarantine.store();
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.windows = new IdWindows(quarantine, parallel, new TableReader(store, codecs), config);
        WriteAheadLog intents = new WriteAheadLog(INTENTS, quarantine, parallel, clock);
        TableEncoder<BufferedRow> encoder = TableEncoder.buffered(TweetSchema.TABLE, codecs);
        CommitQueue queue = new CommitQueue(store, parallel, intents, encoder, cursors);
        this.epochs = new OpenCommits<>(
                TweetSchema.TABLE,
                queue,
                new Rotation(config.rotationRows(), Rotation.withinHeap(config.rotationBytes()), config.rotationAge()),
                cursors,
                clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open() throws IOException {
        store.open();
    }

    /** The other process wrote into the same partitions, so the recent ids of all of them are read back from their files. */
    @Override
    public void takeOver(Set<String> origins) {
        epochs.forget(origins);
        windows.forgetAll();
    }

    /** Their rows were among the recent ids. */
    @Override
    public void abandon(Set<String> origins) throws IOException {
        epochs.abandon(origins);
        windows.forgetAll();
    }

    @Override
    public void write(TweetBatch batch) throws IOException {
        epochs.follow(batch, windows::forget);
        BatchRows rows = BatchRows.of(batch, store, clock.instant());
        loadWindows(rows);
        if (!rows.rejected().isEmpty()) {
            deadLetters.add(rows.rejected());
        }
        take(batch, rows);
    }

    /** Nothing in here can fail: the batch is taken as a whole. */
    private void take(TweetBatch batch, BatchRows rows) {
        OpenCommit<Tweet> epoch = epochs.extend(batch);
        epoch.addRejected(rows.rejected().size());
        for (BatchRows.Row row : rows.stored()) {
            List<Partition> missing = row.partitions().stream()
                    .filter(partition -> windows.add(partition, row.tweet().id()))
                    .toList();
            epoch.add(row.tweet(), missing);
            epoch.addDuplicates(row.partitions().size() - missing.size());
        }
        windows.trim();
    }

    private void loadWindows(BatchRows rows) throws IOException {
        for (BatchRows.Row row : rows.stored()) {
            for (Partition partition : row.partitions()) {
                if (!windows.isLoaded(partition)) {
                    windows.load(partition, epochs.rows(partition).mapToLong(BufferedRow::id));
                }
            }
        }
    }

    @Override
    public boolean isCommitDue() {
        return epochs.isCommitDue();
    }

    @Override
    public Commit commit() throws IOException {
        return epochs.commit();
    }

    @Override
    public void close() {
        epochs.clear();
        codecs.close();
    }
}
