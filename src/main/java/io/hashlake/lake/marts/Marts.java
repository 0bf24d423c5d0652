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
 * Tables that are copied into the lake: the marts under {@code marts/}, or reports under {@code reports/}. What one export writes takes the place of what stood
 * there as a whole: at rest all of it is there or nothing. It may be killed at any moment.
 */
public final class Marts implements AutoCloseable {

    private final ObjectStore store;
    private final MartLayout layout;
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
        this(new MartLayout("marts", targetBytes, overlap), quarantine, clock);
    }

    /** Those that are kept under {@code reports/}, apart from the star schema's. */
    public static Marts reports(Quarantine quarantine, long targetBytes, Duration overlap, Clock clock) {
        return new Marts(new MartLayout("reports", targetBytes, overlap), quarantine, clock);
    }

    private Marts(MartLayout layout, Quarantine quarantine, Clock clock) {
        this(layout, quarantine, new StoreThreads(quarantine.store().parallelism()), clock);
    }

    Marts(MartLayout layout, Quarantine quarantine, Parallel parallel, Clock clock) {
        this.store = quarantine.store();
        this.layout = layout;
        this.clock = clock;
        this.swaps = new Swaps(
                layout.bookkeeping(), quarantine, layout.overlap(), Effort.usual(parallel, TableFormat.DIRECTORIES));
    }

    /**
     * Finishes what a process before this one has begun, then replaces what {@code contents} writes.
     *
     * @return empty if another process is at it
     * @throws IOException if the store cannot be reached, or {@code contents} throws it; call again
     */
    public Optional<MartReport> replace(Contents contents) throws IOException {
        store.open();
        Optional<Lease> lease = Lease.take(layout.bookkeeping() + "lease/", store, clock);
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
        MartWriter writer = new MartWriter(store, codecs, lease, swaps.staging(), lastRun, layout);
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
