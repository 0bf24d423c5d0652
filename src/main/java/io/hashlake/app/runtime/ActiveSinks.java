package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.SinkWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.util.List;

/** The sinks that this process has; no other is made. */
@ApplicationScoped
public class ActiveSinks {

    @Inject
    Settings settings;

    @Inject
    @Any
    Instance<SinkWorker> workers;

    public List<SinkWorker> all() {
        return settings.deployment().sinks().stream().map(this::worker).toList();
    }

    /** Those that batches reach without Kafka in between. */
    List<SinkWorker> fedBySources() {
        return settings.deployment().sinks().stream()
                .filter(sink -> !settings.deployment().consumers().contains(sink))
                .map(this::worker)
                .toList();
    }

    /** Kafka's consumers gather batches, so what they hand over is committed at once. */
    public void start() {
        settings.deployment().consumers().forEach(sink -> worker(sink).commitAtOnce());
        all().forEach(SinkWorker::start);
    }

    private SinkWorker worker(Role sink) {
        return workers.select(NamedLiteral.of(sink.id())).get();
    }
}
