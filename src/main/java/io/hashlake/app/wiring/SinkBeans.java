package io.hashlake.app.wiring;

import io.hashlake.app.runtime.ActiveSinks;
import io.hashlake.app.runtime.ErasureSchedule;
import io.hashlake.app.settings.ConfiguredSink;
import io.hashlake.app.settings.Settings;
import io.hashlake.core.BatchTracer;
import io.hashlake.core.Cursors;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.DeadLetterFiles;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.pipeline.erasure.SpoolErasure;
import io.hashlake.pipeline.sink.CursorWriter;
import io.hashlake.pipeline.sink.LeaseKeeper;
import io.hashlake.pipeline.sink.SinkInput;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.pipeline.sink.TombstoneFilter;
import io.hashlake.pipeline.spool.SpoolFiles;
import io.hashlake.pipeline.spool.SpooledSink;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    @Inject
    TombstoneFilter tombstones;

    @Inject
    ErasureSchedule erasures;

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
        SinkWorker worker = new SinkWorker(sink.sink(services.fedBy(origins)), capacity, meters, clock)
                .tracedBy(tracer)
                .guardedBy(tombstones);
        Optional<SpooledSink> spooled = spooled(sink, worker);
        SinkInput.Target target = isFedByKafka || spooled.isEmpty() ? worker::write : spooled.get()::write;
        bind(sink.name(), new SinkInput(target));
        if (isFedByKafka) {
            bind(sink.name() + "Consumers", consumers.of(sink, worker));
        }
        return worker;
    }

    /** It hands on what it holds in a process that Kafka feeds too: that may have been fed by sources before. */
    private Optional<SpooledSink> spooled(ConfiguredSink<?> sink, SinkWorker worker) {
        if (sink.spoolBytes().isEmpty()) {
            return Optional.empty();
        }
        Path directory = SpoolFiles.below(settings.of(PipelineConfig.class).dataDirectory())
                .of(sink.name());
        try {
            SpooledSink spooled =
                    new SpooledSink(worker, directory, sink.spoolBytes().getAsLong()).start();
            meters.spoolBytes(sink.name(), spooled::bytes);
            erasures.add(new SpoolErasure(spooled, tombstones));
            return Optional.of(spooled);
        } catch (IOException e) {
            throw new UncheckedIOException("the spool " + directory + " cannot be opened", e);
        }
    }

    private void bind(String name, Object bean) {
        if (camel.getRegistry().lookupByName(name) != null) {
            throw new IllegalStateException("a sink cannot be named so: there is a bean '" + name + "' already");
        }
        camel.getRegistry().bind(name, bean);
    }
}
