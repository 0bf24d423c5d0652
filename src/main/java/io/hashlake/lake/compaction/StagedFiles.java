package io.hashlake.lake.compaction;

import io.hashlake.lake.commit.DataFile;
import io.hashlake.lake.compaction.Swap.Staged;
import io.hashlake.lake.parquet.Release;
import io.hashlake.lake.parquet.TableEncoder;
import io.hashlake.lake.store.ObjectStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes rows to files of a size, one after the other, where readers do not see them yet. */
public final class StagedFiles<R> {

    /** Rows between two checks of the size, which is a sum over all columns. */
    private static final int LOOK_EVERY = 64;

    private final String stem;
    private final ObjectStore store;
    private final TableEncoder<R> encoder;
    private final long targetBytes;
    private final Lease lease;
    private final List<String> keys = new ArrayList<>();
    private TableEncoder.OpenFile<R> open;
    private long rows;
    private long bytes;

    /**
     * @param stem what the keys begin with
     * @param targetBytes a file that has become so large is ended
     */
    public StagedFiles(String stem, ObjectStore store, TableEncoder<R> encoder, long targetBytes, Lease lease) {
        this.stem = stem;
        this.lease = lease;
        this.store = store;
        this.encoder = encoder;
        this.targetBytes = targetBytes;
    }

    public void add(R row) throws IOException {
        if (open == null) {
            open = encoder.open(Map.of("hashlake.version", Release.VERSION));
        }
        open.write(row);
        rows++;
        if (rows % LOOK_EVERY == 0 && open.size() >= targetBytes) {
            put();
        }
    }

    private void put() throws IOException {
        List<ByteBuffer> content = open.close();
        open = null;
        lease.keep();
        String key = stem + String.format("%05d", keys.size());
        store.put(key, content);
        keys.add(key);
        bytes += content.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** Ends the last file. */
    public void finish() throws IOException {
        if (open != null) {
            put();
        }
    }

    /**
     * Returns the files with the names under which readers will see them. The last one, which may be small, is marked.
     *
     * @param name what their keys begin with
     */
    public List<Staged> named(String name) {
        List<Staged> named = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String suffix = i == keys.size() - 1 ? DataFile.LAST : "";
            named.add(new Staged(keys.get(i), name + String.format("%05d", i) + suffix + DataFile.EXTENSION));
        }
        return named;
    }

    public long rows() {
        return rows;
    }

    /** Of the files that are finished. */
    public long bytes() {
        return bytes;
    }

    public int count() {
        return keys.size();
    }
}
