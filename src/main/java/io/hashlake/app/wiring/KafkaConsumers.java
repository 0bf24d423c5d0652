package io.hashlake.app.wiring;

import io.hashlake.app.settings.ConfiguredSink;
import io.hashlake.app.settings.Settings;
import io.hashlake.bus.SinkGroup;
import io.hashlake.core.BatchTracer;
import io.hashlake.core.Gaps;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.sink.SinkConsumers;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.warehouse.ledger.JdbcGaps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** Makes the consumers that feed sinks from Kafka. */
@ApplicationScoped
public class KafkaConsumers {

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
    BatchTracer tracer;

    @Inject
    Clock clock;

    /** Lets what is gathered fit twice into the sink's queue, so that nobody waits for room. */
    SinkConsumers of(ConfiguredSink<?> sink, SinkWorker worker) {
        return new SinkConsumers(new SinkGroup(
                Math.max(1, sink.intake().maxQueued() / 2),
                sink.intake().gathering(),
                worker::takeOver,
                offsets.of(sink.name()),
                gaps(sink.name()),
                camel::isStopping,
                tracer,
                clock));
    }

    /** A process without a database can only count and log them. */
    private Gaps gaps(String sink) {
        Gaps ledger = settings.deployment().needsDatabase() ? new JdbcGaps(database.source(), clock) : gap -> {};
        return gap -> {
            ledger.declare(gap);
            meters.busGap(sink);
        };
    }
}
