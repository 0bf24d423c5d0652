package io.hashlake.app.wiring;

import io.hashlake.app.runtime.Bus;
import io.hashlake.bus.KafkaConfig;
import io.hashlake.core.BatchTracer;
import io.hashlake.pipeline.bus.BusPublisher;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Beans that the route from the pipeline to Kafka names. They are not made where Kafka is not used. */
public final class KafkaBeans {

    @Produces
    @Singleton
    @Named("publisher")
    BusPublisher publisher(Bus bus, ProcessServices services, KafkaConfig config, BatchTracer tracer) {
        int capacity = config.maxUnacknowledged();
        return new BusPublisher(bus.topic(), services.deadLetters(), services.leases(), capacity, services.clock())
                .tracedBy(tracer);
    }
}
