package io.hashlake.iceberg;

import io.hashlake.core.Cursors;
import io.hashlake.lake.commit.StandingFiles;
import io.hashlake.lake.compaction.TableFormat;
import io.hashlake.lake.parquet.TableReader;
import io.hashlake.lake.parquet.ZstdCodecs;
import io.hashlake.lake.store.Parallel;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** A lake's Iceberg table, with all that write to it. */
public final class Iceberg implements AutoCloseable {

    private final ZstdCodecs codecs = new ZstdCodecs();
    private final Quarantine quarantine;
    private final LakeTable table;
    private final Clock clock;
    private final FooterReader footers;
    private final Registrar registrar;

    /** @param cursors those of the origins that the sinks of this lake write */
    public Iceberg(Quarantine quarantine, Cursors cursors, LakeTable table, Clock clock) {
        this.quarantine = quarantine;
        this.table = table;
        this.clock = clock;
        this.footers = new FooterReader(new TableReader(quarantine.store(), codecs), table.lake());
        Parallel parallel = new StoreThreads(quarantine.store().parallelism());
        StandingFiles standing = new StandingFiles(quarantine, cursors, clock);
        this.registrar = new Registrar(quarantine, parallel, standing, table, footers);
    }

    /**
     * Registers the files of the lake that the table does not have yet, and expires snapshots.
     *
     * @param snapshotAge up to which snapshots are kept at least
     * @throws IOException if the lake or the catalog is unavailable; the next run continues
     */
    public Registration register(Duration snapshotAge) throws IOException {
        Registration registration = registrar.run();
        new SnapshotExpiry(quarantine.store(), table, snapshotAge, clock).run();
        return registration;
    }

    /** Returns the table for compactions, which replace files in it. */
    public TableFormat format() {
        return new IcebergFormat(quarantine.store(), table, footers);
    }

    @Override
    public void close() {
        codecs.close();
    }
}
