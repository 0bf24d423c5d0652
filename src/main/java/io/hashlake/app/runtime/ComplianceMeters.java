package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.core.erasure.ComplianceReport;
import io.hashlake.core.erasure.ComplianceStatus;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.Role;
import io.hashlake.thread.DaemonThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Measures once a minute, in a process that runs jobs, how far removals are. */
@ApplicationScoped
public class ComplianceMeters {

    private static final Logger LOG = Logger.getLogger(ComplianceMeters.class);

    private final ComplianceReport report;
    private final Settings settings;
    private final Meters meters;
    private final Clock clock;
    private final ScheduledExecutorService turns = DaemonThreads.scheduler("compliance-report");
    private volatile ComplianceStatus latest;

    @Inject
    ComplianceMeters(ComplianceReport report, Settings settings, Meters meters, Clock clock) {
        this.report = report;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    public void start() {
        if (settings.deployment().does(Role.JOBS)) {
            meters.compliance(() -> latest, clock);
            turns.scheduleWithFixedDelay(this::measure, 0, 1, TimeUnit.MINUTES);
        }
    }

    @PreDestroy
    public void stop() {
        turns.shutdownNow();
    }

    /** Ages go on to grow while the warehouse is unavailable. */
    private void measure() {
        try {
            latest = report.status();
        } catch (IOException e) {
            LOG.debugf("No report of removals: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Unexpected error in the report of removals", e);
        }
    }
}
