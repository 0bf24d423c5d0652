package io.hashlake.app.wiring;

import io.hashlake.app.runtime.Bus;
import io.hashlake.bus.KafkaConfig;
import io.hashlake.pipeline.BusPublisher;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.LeaseKeeper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the route from the pipeline to Kafka names. It is not made where Kafka is not used. */
public final class KafkaBeans {

    @Produces
    @Singleton
    @Named("publisher")
    BusPublisher publisher(Bus bus, DeadLetterFiles deadLetters, LeaseKeeper leases, KafkaConfig config, Clock clock) {
        return new BusPublisher(bus.topic(), deadLetters, leases, config.maxUnacknowledged(), clock);
    }
}
