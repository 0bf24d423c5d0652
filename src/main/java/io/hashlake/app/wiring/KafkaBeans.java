package io.hashlake.app.wiring;

import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.app.runtime.Bus;
import io.hashlake.bus.PolledBatches;
import io.hashlake.core.BatchTracer;
import io.hashlake.pipeline.BusPublisher;
import io.hashlake.pipeline.SinkConsumers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What the route from the pipeline to Kafka names. It is not made where Kafka is not used. */
@RegisterForReflection(targets = {BusPublisher.class, SinkConsumers.class, PolledBatches.class})
public final class KafkaBeans {

    @Produces
    @Singleton
    @Named("publisher")
    BusPublisher publisher(Bus bus, ProcessServices services, HashlakeConfig config, BatchTracer tracer) {
        int capacity = config.kafka().maxUnacknowledged();
        return new BusPublisher(bus.topic(), services.deadLetters(), services.leases(), capacity, services.clock())
                .tracedBy(tracer);
    }
}
