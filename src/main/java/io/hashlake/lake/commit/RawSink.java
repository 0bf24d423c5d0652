package io.hashlake.lake.commit;

import io.hashlake.core.Cursors;
import io.hashlake.core.Payload;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.parquet.BufferedRow;
import io.hashlake.lake.parquet.RawRow;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.KeyName;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Keeps what was received, byte for byte, as Parquet files under {@code raw/source=/dt=/hour=}, by the same commit protocol
 * as {@link LakeSink}. Payloads have no id by which they could be told to be the same: what a source receives once more,
 * and that was not taken back, is kept once more.
 */
public final class RawSink implements Sink {

    /** Its name, which is also its role. */
    public static final String NAME = "raw";

    /** Prefix of the keys of all its files. */
    public static final String DIRECTORY = "raw/";

    private static final String INTENTS = "_hashlake/raw-intents/";

    private final ObjectStore store;
    private final ZstdCodecs codecs = new ZstdCodecs();
    private final OpenCommits<RawRow> epochs;

    /** Over a store whose damage is logged and nothing else. */
    public RawSink(ObjectStore store, Rotation rotation, Cursors cursors, Clock clock) {
        this(new Quarantine(store, DamageListener.NONE), rotation, cursors, clock);
    }

    /** @param cursors the positions from which sources take up reading after a restart */
    public RawSink(Quarantine quarantine, Rotation rotation, Cursors cursors, Clock clock) {
        this(quarantine, new StoreThreads(quarantine.store().parallelism()), rotation, cursors, clock);
    }

    RawSink(Quarantine quarantine, Parallel parallel, Rotation rotation, Cursors cursors, Clock clock) {
        this.store = quarantine.store();
        WriteAheadLog intents = new WriteAheadLog(INTENTS, quarantine, parallel, clock);
        TableEncoder<BufferedRow> encoder = TableEncoder.buffered(RawRow.TABLE, codecs);
        CommitQueue queue = new CommitQueue(store, parallel, intents, encoder, cursors);
        this.epochs = new OpenCommits<>(RawRow.TABLE, queue, rotation, cursors, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean countsPosts() {
        return false;
    }

    @Override
    public void open() throws IOException {
        store.open();
    }

    @Override
    public void takeOver(Set<String> origins) {
        epochs.forget(origins);
    }

    @Override
    public void abandon(Set<String> origins) throws IOException {
        epochs.abandon(origins);
    }

    @Override
    public void write(TweetBatch batch) throws IOException {
        epochs.follow(batch, paths -> {});
        OpenCommit<RawRow> epoch = epochs.extend(batch);
        String source = store.canName(batch.origin()) ? batch.origin() : KeyName.of(batch.origin());
        for (Payload payload : batch.payloads()) {
            epoch.add(new RawRow(payload, batch.start(), batch.end()), List.of(RawPartition.of(source, payload)));
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
