package io.hashlake.lake.erasure;

import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.Erasure;
import io.hashlake.core.erasure.PayloadEraser;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.lake.commit.RawSink;
import io.hashlake.lake.commit.TweetFile;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.compaction.Lease;
import io.hashlake.lake.compaction.Swap;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.DamagedFileException;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.Partition;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites the files of posts and of payloads that hold what was erased, without it, and puts them in the place of the old ones
 * as compaction does, under the same lease. Files that hold nothing of it are not touched.
 */
public final class LakeErasure implements Erasure, AutoCloseable {

    /** Each swap waits for readers, and so many files are swapped at once. */
    private static final int FILES_PER_SWAP = 64;

    private final Quarantine quarantine;
    private final ObjectStore store;
    private final PayloadEraser payloads;
    private final Clock clock;
    private final ZstdCodecs codecs = new ZstdCodecs();
    private final TableReader reader;
    private final Swaps swaps;
    private long lastRun;

    /** @param swaps those of compaction, with its root */
    public LakeErasure(Quarantine quarantine, PayloadEraser payloads, Swaps swaps, Clock clock) {
        this.quarantine = quarantine;
        this.store = quarantine.store();
        this.payloads = payloads;
        this.clock = clock;
        this.reader = new TableReader(store, codecs);
        this.swaps = swaps;
    }

    @Override
    public String store() {
        return "lake";
    }

    @Override
    public long erase(Tombstones tombstones) throws IOException {
        if (tombstones.isEmpty()) {
            return 0;
        }
        store.open();
        Lease lease = Lease.take(Compactor.ROOT + "lease/", store, clock)
                .orElseThrow(() -> new IOException("the lake's files are being rewritten by another process just now"));
        try {
            swaps.recover();
            return rewrite(new RewrittenPostFiles(reader, codecs, tombstones), Partition.ROOT, lease)
                    + rewrite(new PayloadFiles(reader, codecs, payloads, tombstones), RawSink.DIRECTORY, lease);
        } finally {
            lease.release();
        }
    }

    private long rewrite(RewrittenFiles files, String directory, Lease lease) throws IOException {
        long removed = 0;
        long run = nextRun();
        List<Swap.Staged> staged = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (StoredObject object : store.list(directory)) {
            lease.keep();
            Optional<TweetFile> file = TweetFile.of(object).filter(one -> !quarantine.holds(one.key()));
            Optional<RewrittenFiles.Rewritten> rewritten = file.isEmpty() ? Optional.empty() : rewritten(files, object);
            if (rewritten.isEmpty()) {
                continue;
            }
            removed += rewritten.get().removed();
            replaced.add(object.key());
            if (!rewritten.get().isEmpty()) {
                String from = swaps.staging() + run + "-" + replaced.size();
                store.put(from, rewritten.get().content());
                staged.add(new Swap.Staged(from, file.get().rewrittenKey(run)));
            }
            if (replaced.size() == FILES_PER_SWAP) {
                carryOut(run, staged, replaced, lease);
                run = nextRun();
            }
        }
        carryOut(run, staged, replaced, lease);
        return removed;
    }

    private void carryOut(long run, List<Swap.Staged> staged, List<String> replaced, Lease lease) throws IOException {
        if (!replaced.isEmpty()) {
            lease.keep();
            if (!swaps.carryOut(run, new Swap(staged, replaced))) {
                throw new IOException(
                        "files of the Iceberg table hold rows that another program has deleted there: compact"
                                + " them by that program, then erase again");
            }
            staged.clear();
            replaced.clear();
        }
    }

    /** Rewrites an object; a damaged one is set aside with the others, as nobody can tell what is in it. */
    private Optional<RewrittenFiles.Rewritten> rewritten(RewrittenFiles files, StoredObject object) throws IOException {
        try {
            return files.rewritten(object);
        } catch (DamagedFileException e) {
            quarantine.setAside(e.damage());
            return Optional.empty();
        }
    }

    /** Grows, so that no name comes twice. */
    private long nextRun() {
        lastRun = Math.max(lastRun + 1, clock.millis());
        return lastRun;
    }

    @Override
    public String contents() throws IOException {
        List<StoredObject> objects = store.list("");
        long bytes = objects.stream().mapToLong(StoredObject::size).sum();
        return objects.isEmpty() ? "" : new Quantity(objects.size(), "object") + " of " + new Quantity(bytes, "byte");
    }

    /** The records of the commit protocol go too. */
    @Override
    public void eraseAll() throws IOException {
        new StoreThreads(store.parallelism()).forEach(store.list(""), object -> store.delete(object.key()));
    }

    @Override
    public void close() {
        codecs.close();
    }
}
