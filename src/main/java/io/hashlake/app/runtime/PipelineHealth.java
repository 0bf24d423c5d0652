package io.hashlake.app.runtime;

import io.hashlake.bus.BusStatus;
import io.hashlake.pipeline.sink.SinkStatus;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.source.Source;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.Sources;
import io.hashlake.warehouse.embedded.ServerStatus;
import io.hashlake.x.gap.GapFiller;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Started: every sink has been opened and the routes run. Ready: no sink is out, no source is
 * stopped or out, and Kafka answers where it is used. Live: the
 * threads that move data are there, and the embedded server can come back; a process that is only waiting for somebody else is alive, for a restart would not help.
 */
public final class PipelineHealth {

    private static final String EMBEDDED = "embedded-postgresql";

    @Produces
    @Singleton
    @Startup
    HealthCheck started(CamelContext camel, ActiveSinks sinks) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("pipeline").status(camel.isStarted());
            for (SinkWorker sink : sinks.all()) {
                if (sink.status() instanceof SinkStatus.Opening) {
                    response.down().withData(sink.name(), "is being opened");
                }
            }
            return response.build();
        };
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck alive(ActiveSinks sinks) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("threads").up();
            for (SinkWorker sink : sinks.all()) {
                if (!sink.isAlive()) {
                    response.down().withData(sink.name(), "its thread has ended");
                }
            }
            if (embedded() instanceof ServerStatus.Ended ended && ended.isRestartNeeded()) {
                response.down().withData(EMBEDDED, ended.toString());
            }
            return response.build();
        };
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck sinks(ActiveSinks sinks) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("sinks").up();
            for (SinkWorker sink : sinks.all()) {
                if (sink.status() instanceof SinkStatus.Out out) {
                    response.down().withData(sink.name(), "out since " + out.since() + ": " + out.reason());
                } else {
                    response.withData(sink.name(), "works");
                }
            }
            if (embedded() instanceof ServerStatus.Ended ended) {
                response.down().withData(EMBEDDED, ended.toString());
            }
            return response.build();
        };
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck bus(Bus bus) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("bus").up();
            BusStatus status = bus.status().orElse(new BusStatus.Reachable());
            if (status instanceof BusStatus.Out out) {
                response.down().withData("kafka", "out since " + out.since() + ": " + out.reason());
            } else if (status instanceof BusStatus.Connecting) {
                response.down().withData("kafka", "has not answered yet");
            }
            return response.build();
        };
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck sources(Sources followed) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("sources").up();
            for (Source source : followed.all()) {
                SourceStatus status = source.status();
                response.withData(source.name(), status.toString());
                if (status instanceof SourceStatus.Stopped || status instanceof SourceStatus.Retrying) {
                    response.down();
                }
            }
            return response.build();
        };
    }

    /** Gaps take nothing from readiness: what is followed goes on, and a person sees them here. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck gaps(GapFiller filler) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("gaps").up();
            filler.open().forEach(gaps -> response.withData(gaps.source(), gaps.toString()));
            return response.build();
        };
    }

    private static ServerStatus embedded() {
        return EmbeddedServices.warehouseStatus().orElse(new ServerStatus.Running());
    }
}
