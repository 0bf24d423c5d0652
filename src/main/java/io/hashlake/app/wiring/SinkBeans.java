package io.hashlake.app.wiring;

import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.app.settings.Settings;
import io.hashlake.core.Cursors;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.commit.RawSink;
import io.hashlake.lake.store.DamageListener;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Quarantine;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3ObjectStore;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.CursorWriter;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.LeaseKeeper;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.RoutedStore;
import io.hashlake.pipeline.SinkWorker;
import io.hashlake.pipeline.StoredFiles;
import io.hashlake.warehouse.ledger.JdbcGaps;
import io.hashlake.warehouse.sink.WarehouseSettings;
import io.hashlake.warehouse.sink.WarehouseSink;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.camel.CamelContext;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the sinks together. Each is made only in a process that has its role. */
public final class SinkBeans {

    /** Made where a bucket is configured, and not before somebody needs it. */
    @Produces
    @Singleton
    @Named("s3")
    S3Client s3(Settings settings) {
        return S3Clients.create(settings.s3().orElseThrow());
    }

    @Produces
    @Singleton
    ObjectStore store(Settings settings, Instance<S3Client> s3) {
        return settings.s3()
                .<ObjectStore>map(bucket -> new S3ObjectStore(s3.get(), bucket))
                .orElseGet(() -> new LocalObjectStore(settings.config().lake().directory()));
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

    @Produces
    @Singleton
    @Named("raw")
    SinkWorker raw(
            Settings settings,
            ObjectStore store,
            DamageListener damage,
            CamelContext camel,
            Cursors cursors,
            Meters meters,
            Clock clock) {
        RoutedStore routed =
                new RoutedStore(store, RawSink.DIRECTORY, camel.createProducerTemplate(), "direct:raw-store");
        RawSink sink = new RawSink(new Quarantine(routed, damage), settings.raw(), cursors, clock);
        return new SinkWorker(sink, settings.config().raw().maxUncommitted(), meters, clock);
    }

    @Produces
    @Singleton
    @Named("lake")
    SinkWorker lake(
            Settings settings,
            Quarantine quarantine,
            CursorWriter cursors,
            KafkaOffsets offsets,
            DeadLetterFiles deadLetters,
            Meters meters,
            Clock clock) {
        boolean isFedByKafka = settings.deployment().consumers().contains(Role.LAKE);
        Cursors origins = isFedByKafka ? offsets.of(Role.LAKE) : cursors;
        LakeSink sink = new LakeSink(quarantine, settings.lake(), origins, deadLetters, clock);
        return new SinkWorker(sink, settings.config().lake().maxUncommitted(), meters, clock);
    }

    @Produces
    @Singleton
    @Named("warehouse")
    SinkWorker warehouse(
            HashlakeConfig config,
            Database database,
            DeadLetterFiles deadLetters,
            LeaseKeeper leases,
            Meters meters,
            Clock clock) {
        WarehouseSink sink =
                new WarehouseSink(database.source(), WarehouseSettings.DEFAULT, deadLetters, leases, clock);
        return new SinkWorker(sink, config.warehouse().maxUncommitted(), meters, clock);
    }
}
