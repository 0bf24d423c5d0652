package io.hashlake.app.wiring;

import io.hashlake.app.runtime.ActiveSinks;
import io.hashlake.app.settings.ConfiguredSink;
import io.hashlake.app.settings.Settings;
import io.hashlake.core.BatchTracer;
import io.hashlake.core.Cursors;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.CursorWriter;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.LeaseKeeper;
import io.hashlake.pipeline.SinkWorker;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Makes the sinks whose roles this process has, and gives each the name by which its route calls it. */
public final class SinkBeans {

    @Inject
    Settings settings;

    @Inject
    KafkaOffsets offsets;

    @Inject
    KafkaConsumers consumers;

    @Inject
    CamelContext camel;

    @Inject
    Meters meters;

    @Inject
    BatchTracer tracer;

    @Inject
    Clock clock;

    @Produces
    @Singleton
    ActiveSinks sinks(ProcessServices services) {
        Map<String, SinkWorker> workers = new LinkedHashMap<>();
        settings.activeSinks().forEach(sink -> workers.put(sink.name(), worker(sink, services)));
        return new ActiveSinks(settings.deployment(), workers);
    }

    @Produces
    @Singleton
    ProcessServices services(CursorWriter cursors, LeaseKeeper leases, DeadLetterFiles deadLetters, Database database) {
        return new ProcessServices(cursors, leases, deadLetters, database.source(), clock);
    }

    private SinkWorker worker(ConfiguredSink<?> sink, ProcessServices services) {
        boolean isFedByKafka = settings.deployment().consumers().contains(sink.factory());
        Cursors origins = isFedByKafka ? offsets.of(sink.name()) : services.cursors();
        int capacity = sink.intake().maxUncommitted();
        SinkWorker worker =
                new SinkWorker(sink.sink(services.fedBy(origins)), capacity, meters, clock).tracedBy(tracer);
        bind(sink.name(), worker);
        if (isFedByKafka) {
            bind(sink.name() + "Consumers", consumers.of(sink, worker));
        }
        return worker;
    }

    private void bind(String name, Object bean) {
        if (camel.getRegistry().lookupByName(name) != null) {
            throw new IllegalStateException("a sink cannot be named so: there is a bean '" + name + "' already");
        }
        camel.getRegistry().bind(name, bean);
    }
}
