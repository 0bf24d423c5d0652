package io.hashlake.app;

import io.hashlake.pipeline.JobMeter;
import io.hashlake.pipeline.RouteLoader;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.apache.camel.Exchange;
import org.apache.camel.Route;

/** The routes of jobs without their timers: one job is run instead. */
@Typed(JobApplication.class)
public class JobApplication extends HashlakeApplication {

    @Inject
    @Named("jobs")
    JobMeter meter;

    @Override
    void routesLoaded() {
        RouteLoader.dropSources(camel);
    }

    @Override
    int work(String... names) {
        String job = names[0];
        if (camel.getRoute(job) == null) {
            System.err.println("There is no job '" + job + "'; there are "
                    + camel.getRoutes().stream().map(Route::getId).sorted().toList());
            return 1;
        }
        Exchange run = camel.createProducerTemplate().send("direct:" + job, exchange -> {});
        System.out.println(job + ": " + meter.lastRuns().get(job));
        return run.getException() == null ? 0 : 1;
    }
}
