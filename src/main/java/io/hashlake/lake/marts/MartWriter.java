package io.hashlake.lake.marts;

import io.hashlake.lake.commit.DataFile;
import io.hashlake.lake.commit.WriteAheadRecord;
import io.hashlake.lake.compaction.Lease;
import io.hashlake.lake.compaction.StagedFiles;
import io.hashlake.lake.compaction.Swap;
import io.hashlake.lake.compaction.Swap.Staged;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.ObjectStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes the new content of marts; readers see it when all of it is there. */
public final class MartWriter {

    private static final Pattern PARTITION = Pattern.compile("[a-z][a-z0-9_]*=[0-9]+");

    private final ObjectStore store;
    private final ZstdCodecs codecs;
    private final Lease lease;
    private final String stem;
    private final String name;
    private final MartLayout layout;
    private final List<Staged> staged = new ArrayList<>();
    private final List<String> replaced = new ArrayList<>();
    private MartReport report = MartReport.NOTHING;

    /**
     * @param staging where files are staged, ending in {@code /}
     * @param run that no other one has had
     */
    MartWriter(ObjectStore store, ZstdCodecs codecs, Lease lease, String staging, long run, MartLayout layout) {
        this.store = store;
        this.codecs = codecs;
        this.lease = lease;
        this.stem = staging + run + "-";
        this.name = WriteAheadRecord.ordinalName(run) + "-";
        this.layout = layout;
    }

    /** Returns whether no mart exists yet. */
    public boolean isFirst() throws IOException {
        return store.list(layout.directory()).isEmpty();
    }

    /** Replaces a mart as a whole. */
    public void replace(MartTable table, MartRows rows) throws IOException {
        put(table, "", rows);
    }

    /**
     * Replaces a partition of a mart; without rows it is gone.
     *
     * @param column by which the mart is partitioned; not among its columns
     */
    public void replace(MartTable table, String column, int value, MartRows rows) throws IOException {
        String partition = column + "=" + value;
        if (!PARTITION.matcher(partition).matches()) {
            throw new IllegalArgumentException("'" + partition + "' is no partition of " + table.name());
        }
        put(table, partition + "/", rows);
    }

    private void put(MartTable table, String partition, MartRows rows) throws IOException {
        TableEncoder<Object[]> encoder = new TableEncoder<>(MartTypes.table(table), codecs);
        String directory = layout.directory() + table.name() + "/" + partition;
        StagedFiles<Object[]> files =
                new StagedFiles<>(stem + report.partitions() + "-", store, encoder, layout.targetBytes(), lease);
        rows.to(files::add);
        files.finish();
        staged.addAll(files.named(directory + name));
        for (ObjectStore.StoredObject old : store.list(directory)) {
            if (DataFile.isName(old.key())) {
                replaced.add(old.key());
            }
        }
        report = report.plus(new MartReport(1, files.count(), files.rows(), files.bytes()));
    }

    Swap swap() {
        return new Swap(staged, replaced);
    }

    MartReport report() {
        return report;
    }
}
