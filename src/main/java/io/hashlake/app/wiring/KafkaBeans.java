package io.hashlake.app.wiring;

import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.app.runtime.Bus;
import io.hashlake.app.settings.Settings;
import io.hashlake.bus.PolledBatches;
import io.hashlake.bus.SinkGroup;
import io.hashlake.core.Gaps;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.BusPublisher;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.LeaseKeeper;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.SinkConsumers;
import io.hashlake.pipeline.SinkWorker;
import io.hashlake.warehouse.ledger.JdbcGaps;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;

/** What the routes between the pipeline and Kafka name. None of it is made where Kafka is not used. */
@RegisterForReflection(targets = {BusPublisher.class, SinkConsumers.class, PolledBatches.class})
public final class KafkaBeans {

    /** Rows are seen soon; and under load, when reading takes longer than this, there are more of them in a commit. */
    private static final Duration WAREHOUSE_GATHERING = Duration.ofMillis(250);

    @Inject
    HashlakeConfig config;

    @Inject
    Settings settings;

    @Inject
    KafkaOffsets offsets;

    @Inject
    Database database;

    @Inject
    Meters meters;

    @Inject
    CamelContext camel;

    @Inject
    Clock clock;

    @Produces
    @Singleton
    @Named("publisher")
    BusPublisher publisher(Bus bus, DeadLetterFiles deadLetters, LeaseKeeper leases) {
        return new BusPublisher(bus.topic(), deadLetters, leases, config.kafka().maxUnacknowledged(), clock);
    }

    @Produces
    @Singleton
    @Named("lakeConsumers")
    SinkConsumers lake(@Named("lake") SinkWorker lake) {
        return consumers(
                Role.LAKE, lake, config.lake().maxUncommitted(), config.lake().rotationAge());
    }

    @Produces
    @Singleton
    @Named("warehouseConsumers")
    SinkConsumers warehouse(@Named("warehouse") SinkWorker warehouse) {
        return consumers(Role.WAREHOUSE, warehouse, config.warehouse().maxUncommitted(), WAREHOUSE_GATHERING);
    }

    /** What is gathered fits twice into the sink, so that nobody waits for room. */
    private SinkConsumers consumers(Role sink, SinkWorker worker, int maxUncommitted, Duration longest) {
        return new SinkConsumers(new SinkGroup(
                Math.max(1, maxUncommitted / 2),
                longest,
                worker::takeOver,
                offsets.of(sink),
                gaps(sink),
                camel::isStopping,
                clock));
    }

    /** A process without a database can only count and log them. */
    private Gaps gaps(Role sink) {
        Gaps ledger = settings.deployment().needsDatabase() ? new JdbcGaps(database.source(), clock) : gap -> {};
        return gap -> {
            ledger.declare(gap);
            meters.busGap(sink.id());
        };
    }
}
