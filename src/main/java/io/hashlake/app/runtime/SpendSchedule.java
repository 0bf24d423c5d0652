package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.PeriodSpend;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.Role;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.warehouse.ledger.SpendComparison;
import io.hashlake.warehouse.ledger.SpendStatement;
import io.hashlake.x.spend.SpendGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes down once a second what was read from X, measures once a minute what it costs, and compares it once an hour with what
 * X bills.
 */
@ApplicationScoped
public class SpendSchedule {

    private static final Logger LOG = Logger.getLogger(SpendSchedule.class);
    private static final int YESTERDAY = 1;

    private final SpendGuard spend;
    private final SpendStatement statement;
    private final SpendComparing comparing;
    private final Settings settings;
    private final Meters meters;
    private final ScheduledExecutorService turns = DaemonThreads.scheduler("spend");
    private final ScheduledExecutorService reports = DaemonThreads.scheduler("spend-report");
    private volatile List<PeriodSpend> periods = List.of();
    private volatile double difference = Double.NaN;
    private boolean isStarted;
    private boolean isOut;

    @Inject
    SpendSchedule(
            SpendGuard spend, SpendStatement statement, SpendComparing comparing, Settings settings, Meters meters) {
        this.spend = spend;
        this.statement = statement;
        this.comparing = comparing;
        this.settings = settings;
        this.meters = meters;
    }

    /** A process that follows no sources reads nothing. */
    public void start() {
        if (!settings.deployment().does(Role.INGEST)) {
            return;
        }
        isStarted = true;
        spend.budget()
                .limits()
                .forEach(limit -> meters.budget(limit, () -> spend.totals()
                        .map(totals -> (double) limit.left(totals))
                        .orElse(Double.NaN)));
        for (BudgetPeriod period : BudgetPeriod.values()) {
            meters.period(period, () -> latest(period));
        }
        meters.spendDifference(() -> difference);
        turns.scheduleWithFixedDelay(() -> write(spend::flush), 0, 1, TimeUnit.SECONDS);
        reports.scheduleWithFixedDelay(() -> report(this::measure), 0, 1, TimeUnit.MINUTES);
        reports.scheduleWithFixedDelay(() -> report(this::compare), 1, 60, TimeUnit.MINUTES);
    }

    private PeriodSpend latest(BudgetPeriod period) {
        return periods.stream()
                .filter(spend -> spend.period() == period)
                .findFirst()
                .orElse(null);
    }

    private void measure() throws IOException {
        periods = statement.periods();
    }

    /** Of today X may not have counted all yet. */
    private void compare() throws IOException, InterruptedException {
        difference = comparing.compare().stream()
                .skip(YESTERDAY)
                .mapToDouble(SpendComparison::difference)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** To be called when nothing is read any more: writes the rest. */
    public void stop() {
        turns.shutdown();
        reports.shutdownNow();
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("What was read from X could not be written down, in a way that was not foreseen", e);
        }
    }

    /** Runs a step of a report; the meters show what is missing. */
    private static void report(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.debugf("No report of what reading from X costs: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Unexpected error in a report of what reading from X costs", e);
        }
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
