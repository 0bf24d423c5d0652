package io.hashlake.app.wiring;

import io.hashlake.observability.Meters;
import io.hashlake.pipeline.job.JobConnections;
import io.hashlake.pipeline.job.JobMeter;
import io.hashlake.pipeline.job.SqlScripts;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jdbc.ConnectionStrategy;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Beans that the routes of jobs name. */
public final class JobBeans {

    @Produces
    @Singleton
    @Named("starSchema")
    SqlScripts starSchema() {
        return new SqlScripts("star");
    }

    @Produces
    @Singleton
    @Named("jobs")
    JobMeter meter(Meters meters, Clock clock) {
        return new JobMeter(meters, clock);
    }

    /** For the component {@code jdbc:}, which application.properties gives it to. */
    @Produces
    @Singleton
    @Named("jobConnections")
    ConnectionStrategy connections() {
        return new JobConnections();
    }

    @Produces
    @Singleton
    JobRunner runner(CamelContext camel, @Named("jobs") JobMeter meter, Clock clock) {
        return new JobRunner(camel, meter, clock);
    }

    /** A job that failed takes nothing from readiness: it is tried again, and answers do not wait for it. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck jobs(@Named("jobs") JobMeter meter) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("jobs").up();
            meter.lastRuns().forEach(response::withData);
            return response.build();
        };
    }
}
