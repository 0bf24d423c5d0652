package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.core.Budget;
import io.hashlake.core.SpendTotals;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.Role;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.x.spend.SpendGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/** Writes down once a second what was read from X. */
@ApplicationScoped
public class SpendSchedule {

    private static final Logger LOG = Logger.getLogger(SpendSchedule.class);

    private final SpendGuard spend;
    private final Settings settings;
    private final Meters meters;
    private final ScheduledExecutorService turns = DaemonThreads.scheduler("spend");
    private boolean isStarted;
    private boolean isOut;

    @Inject
    SpendSchedule(SpendGuard spend, Settings settings, Meters meters) {
        this.spend = spend;
        this.settings = settings;
        this.meters = meters;
    }

    /** A process that follows no sources reads nothing. */
    public void start() {
        if (!settings.deployment().does(Role.INGEST)) {
            return;
        }
        isStarted = true;
        Budget budget = spend.budget();
        measure("day", budget.postsPerDay(), SpendTotals::today);
        measure("month", budget.postsPerMonth(), SpendTotals::thisMonth);
        turns.scheduleWithFixedDelay(() -> write(spend::flush), 0, 1, TimeUnit.SECONDS);
    }

    private void measure(String period, long budget, ToLongFunction<SpendTotals> used) {
        if (budget != Long.MAX_VALUE) {
            meters.budgetLeft(period, () -> spend.totals()
                    .map(totals -> (double) (budget - used.applyAsLong(totals)))
                    .orElse(Double.NaN));
        }
    }

    /** To be called when nothing is read any more: writes the rest. */
    public void stop() {
        turns.shutdown();
        if (isStarted) {
            write(spend::close);
        }
    }

    private synchronized void write(Step step) {
        try {
            step.run();
            isOut = false;
        } catch (IOException e) {
            if (!isOut) {
                LOG.warnf("What was read from X is counted, but cannot be written down now: %s", e.getMessage());
            }
            isOut = true;
        } catch (RuntimeException e) {
            LOG.error("What was read from X could not be written down, in a way that was not foreseen", e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
