package io.hashlake.lake.marts;

import io.hashlake.lake.compaction.Effort;
import io.hashlake.lake.compaction.Lease;
import io.hashlake.lake.compaction.Swaps;
import io.hashlake.lake.compaction.TableFormat;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The marts, tables that are copied into the lake under {@code marts/}. What one export writes takes the place of what stood
 * there as a whole: at rest all of it is there or nothing. It may be killed at any moment.
 */
public final class Marts implements AutoCloseable {

    /** Prefix of the keys of all files of marts. */
    static final String DIRECTORY = "marts/";

    private static final String ROOT = "_hashlake/marts/";

    private final ObjectStore store;
    private final long targetBytes;
    private final Clock clock;
    private final ZstdCodecs codecs = new ZstdCodecs();
    private final Swaps swaps;
    private long lastRun;

    /** Writes the new content of the marts that are to change. */
    @FunctionalInterface
    public interface Contents {
        void write(MartWriter writer) throws IOException;
    }

    /** Over a store whose damage is logged and nothing else. */
    public Marts(ObjectStore store, long targetBytes, Duration overlap, Clock clock) {
        this(new Quarantine(store, DamageListener.NONE), targetBytes, overlap, clock);
    }

    /**
     * @param targetBytes how large a file becomes
     * @param overlap how long new and old files stand side by side, so that readers that are listing miss nothing
     */
    public Marts(Quarantine quarantine, long targetBytes, Duration overlap, Clock clock) {
        this(quarantine, new StoreThreads(quarantine.store().parallelism()), targetBytes, overlap, clock);
    }

    Marts(Quarantine quarantine, Parallel parallel, long targetBytes, Duration overlap, Clock clock) {
        this.store = quarantine.store();
        this.targetBytes = targetBytes;
        this.clock = clock;
        this.swaps = new Swaps(ROOT, quarantine, overlap, Effort.usual(parallel, TableFormat.DIRECTORIES));
    }

    /**
     * Finishes what a process before this one has begun, then replaces what {@code contents} writes.
     *
     * @return empty if another process is at it
     * @throws IOException if the store cannot be reached, or {@code contents} throws it; call again
     */
    public Optional<MartReport> replace(Contents contents) throws IOException {
        store.open();
        Optional<Lease> lease = Lease.take(ROOT + "lease/", store, clock);
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            swaps.recover();
            return Optional.of(replace(contents, lease.get()));
        } finally {
            lease.get().release();
        }
    }

    private MartReport replace(Contents contents, Lease lease) throws IOException {
        lastRun = Math.max(lastRun + 1, clock.millis());
        MartWriter writer = new MartWriter(store, codecs, lease, swaps.staging(), lastRun, targetBytes);
        contents.write(writer);
        if (writer.report().partitions() > 0) {
            lease.keep();
            swaps.carryOut(lastRun, writer.swap());
        }
        return writer.report();
    }

    @Override
    public void close() {
        codecs.close();
    }
}
