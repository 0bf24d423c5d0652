package io.hashlake.app.runtime;

import io.hashlake.core.SinkFactory;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.sink.SinkWorker;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The sinks that this process has; no other is made. */
public final class ActiveSinks {

    private final Deployment deployment;
    private final Map<String, SinkWorker> workers;

    /** @param workers by the sink's name, in the order in which they get a batch */
    public ActiveSinks(Deployment deployment, Map<String, SinkWorker> workers) {
        this.deployment = deployment;
        this.workers = workers;
    }

    public Collection<SinkWorker> all() {
        return workers.values();
    }

    /** Commits what was handed over so far, whatever it might still be gathered with. */
    public void commitSoon() {
        all().forEach(SinkWorker::commitSoon);
    }

    /** Those that batches reach without Kafka in between. */
    List<SinkWorker> fedBySources() {
        return deployment.sinks().stream()
                .filter(sink -> !deployment.consumers().contains(sink))
                .map(this::worker)
                .toList();
    }

    /** Kafka's consumers gather batches, so what they hand over is committed at once. */
    public void start() {
        deployment.consumers().forEach(sink -> worker(sink).commitAtOnce());
        all().forEach(SinkWorker::start);
    }

    private SinkWorker worker(SinkFactory<?> sink) {
        return workers.get(sink.name());
    }
}
