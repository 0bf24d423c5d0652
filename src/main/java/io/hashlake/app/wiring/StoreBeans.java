package io.hashlake.app.wiring;

import io.hashlake.app.settings.Settings;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3ObjectStore;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.raw.StoredFiles;
import io.hashlake.warehouse.ledger.JdbcGaps;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/** The lake's store, as sinks, jobs and routes use it. */
public final class StoreBeans {

    /** Made where a bucket is configured, and not before somebody needs it. */
    @Produces
    @Singleton
    @Named("s3")
    S3Client s3(Settings settings) {
        return S3Clients.create(settings.bucket().orElseThrow());
    }

    @Produces
    @Singleton
    ObjectStore store(Settings settings, LakeConfig config, Instance<S3Client> s3) {
        return settings.bucket()
                .<ObjectStore>map(bucket -> new S3ObjectStore(s3.get(), bucket))
                .orElseGet(() -> new LocalObjectStore(config.directory()));
    }

    /** A process without a database can only count and log what is damaged. */
    @Produces
    @Singleton
    DamageListener damage(Settings settings, Database database, Meters meters, Clock clock) {
        boolean isDeclared = settings.deployment().needsDatabase();
        return new LakeDamage(isDeclared ? new JdbcGaps(database.source(), clock) : gap -> {}, meters);
    }

    @Produces
    @Singleton
    Quarantine quarantine(ObjectStore store, DamageListener damage) {
        return new Quarantine(store, damage);
    }

    @Produces
    @Singleton
    @Named("storedFiles")
    StoredFiles storedFiles(ObjectStore store) {
        return new StoredFiles(store);
    }
}
