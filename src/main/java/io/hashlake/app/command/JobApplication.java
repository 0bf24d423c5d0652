package io.hashlake.app.command;

import io.hashlake.api.Jobs;
import io.hashlake.app.wiring.JobRunner;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.job.JobMeter;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** The routes of jobs without their timers: one job is run instead. */
@Typed(JobApplication.class)
public class JobApplication extends HashlakeApplication {

    @Inject
    JobRunner jobs;

    @Inject
    @Named("jobs")
    JobMeter meter;

    @Override
    void routesLoaded() {
        RouteLoader.dropSources(camel);
    }

    @Override
    int work(String... names) {
        try {
            return told(names[0], jobs.run(names[0]));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private int told(String job, Jobs.Outcome outcome) {
        if (outcome instanceof Jobs.Outcome.Done) {
            System.out.println(job + ": " + meter.lastRuns().get(job));
            return 0;
        }
        System.err.println("There is no job '" + job + "'; there are " + String.join(", ", jobs.names()));
        return 1;
    }
}
