package io.hashlake.app.wiring;

import io.hashlake.api.Jobs;
import io.hashlake.pipeline.RootCause;
import io.hashlake.pipeline.job.JobMeter;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;

/** Runs the routes of jobs on demand. */
public final class JobRunner implements Jobs {

    private final CamelContext camel;
    private final JobMeter meter;
    private final Clock clock;

    JobRunner(CamelContext camel, JobMeter meter, Clock clock) {
        this.camel = camel;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public Outcome run(String name) throws IOException {
        if (!names().contains(name)) {
            return new Outcome.Unknown();
        }
        if (meter.isRunning(name)) {
            return new Outcome.Running();
        }
        Instant started = clock.instant();
        Exchange run = send("direct:" + name);
        if (run.getException() != null) {
            throw new IOException(name + " failed: " + RootCause.messageOf(run.getException()), run.getException());
        }
        return new Outcome.Done(name, started, clock.instant());
    }

    private Exchange send(String endpoint) throws IOException {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            return template.send(endpoint, exchange -> {});
        }
    }

    /** The jobs of this process. */
    public List<String> names() {
        return camel.getRoutes().stream()
                .filter(route -> route.getRoutePolicyList().contains(meter))
                .map(Route::getId)
                .sorted()
                .toList();
    }
}
