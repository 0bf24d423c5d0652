package io.hashlake.app.wiring;

import io.hashlake.lake.compaction.CompactionConfig;
import io.hashlake.lake.compaction.Compactor;
import io.hashlake.lake.compaction.Effort;
import io.hashlake.lake.compaction.TableFormat;
import io.hashlake.lake.marts.Marts;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.StoreThreads;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.job.CompactionJob;
import io.hashlake.pipeline.job.MartExport;
import io.hashlake.warehouse.ledger.JdbcCursors;
import io.hashlake.warehouse.star.MartSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Beans that the routes of jobs that write to the lake name. None is made in a process without jobs. */
public final class LakeJobBeans {

    /** Cursors that Kafka keeps are not among these: of its origins, each one's last commit waits for the next, or a week. */
    @Produces
    @Singleton
    Compactor compactor(
            Quarantine quarantine, TableFormat format, CompactionConfig config, Database database, Clock clock) {
        Effort effort = Effort.usual(new StoreThreads(quarantine.store().parallelism()), format);
        return new Compactor(quarantine, effort, config, new JdbcCursors(database.source(), clock), clock);
    }

    void close(@Disposes Compactor compactor) {
        compactor.close();
    }

    @Produces
    @Singleton
    @Named("compaction")
    CompactionJob compaction(Compactor compactor, Meters meters) {
        return new CompactionJob(compactor, meters);
    }

    @Produces
    @Singleton
    Marts store(Quarantine quarantine, CompactionConfig config, Clock clock) {
        return new Marts(quarantine, config.targetSize(), config.overlap(), clock);
    }

    void close(@Disposes Marts marts) {
        marts.close();
    }

    @Produces
    @Singleton
    @Named("marts")
    MartExport marts(Database database, Marts marts, Meters meters) {
        return new MartExport(new MartSource(database.source()), marts, meters);
    }
}
