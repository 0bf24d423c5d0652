package io.hashlake.app.wiring;

import io.hashlake.app.settings.Settings;
import io.hashlake.iceberg.Iceberg;
import io.hashlake.iceberg.IcebergConfig;
import io.hashlake.iceberg.LakeLocation;
import io.hashlake.iceberg.LakeTable;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.compaction.TableFormat;
import io.hashlake.lake.store.Bucket;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.job.IcebergJob;
import io.hashlake.warehouse.ledger.JdbcCursors;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The lake's Iceberg table. None of it is made where the lake has none. */
public final class IcebergBeans {

    @Produces
    @Singleton
    TableFormat format(Settings settings, Instance<Iceberg> iceberg) {
        return settings.deployment().isIceberg() ? iceberg.get().format() : TableFormat.DIRECTORIES;
    }

    @Produces
    @Singleton
    Iceberg iceberg(Quarantine quarantine, Settings settings, Database database, Clock clock) {
        IcebergConfig config = settings.of(IcebergConfig.class);
        LakeTable table = LakeTable.of(config, database.source(), quarantine.store(), location(config, settings));
        return new Iceberg(quarantine, new JdbcCursors(database.source(), clock), table, clock);
    }

    void close(@Disposes Iceberg iceberg) {
        iceberg.close();
    }

    private static LakeLocation location(IcebergConfig config, Settings settings) {
        return new LakeLocation(config.location()
                .map(root -> root + "/")
                .or(() -> settings.bucket().map(Bucket::address))
                .orElseGet(() -> "file://"
                        + settings.of(LakeConfig.class)
                                .directory()
                                .toAbsolutePath()
                                .normalize() + "/"));
    }

    @Produces
    @Singleton
    @Named("icebergRegister")
    IcebergJob job(Iceberg iceberg, Settings settings, Meters meters, Clock clock) {
        return new IcebergJob(iceberg, settings.of(IcebergConfig.class).snapshotAge(), meters, clock);
    }
}
