package io.hashlake.pipeline.job;

import io.hashlake.observability.Meters;
import io.hashlake.pipeline.RootCause;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/**
 * The policy of every job's route: tells meters and people what came of a run. The route may say in the exchange's property
 * {@code did} what it did, in {@code hours} how many hours it has built, and in {@code waiting} how many are left.
 */
public final class JobMeter extends RoutePolicySupport {

    private final Meters meters;
    private final Clock clock;
    private final Map<String, String> lastRuns = new ConcurrentSkipListMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    public JobMeter(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Returns the results of the jobs' last runs, by the job's name. */
    public Map<String, String> lastRuns() {
        return lastRuns;
    }

    /** Returns whether a run of the job is under way in this process. */
    public boolean isRunning(String job) {
        return running.contains(job);
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        running.add(route.getId());
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        String job = route.getId();
        running.remove(job);
        long hours = exchange.getProperty("hours", 0L, Long.class);
        Duration took = Duration.ofMillis(exchange.getClock().elapsed());
        if (exchange.getException() == null) {
            meters.jobRan(job, "done", took);
            meters.jobHours(job, hours);
            note(job, exchange.getProperty("did", "done", String.class));
        } else {
            meters.jobRan(job, "failed", took);
            note(job, "failed: " + RootCause.messageOf(exchange.getException()));
        }
        meters.jobHoursWaiting(job, exchange.getProperty("waiting", 0L, Long.class));
    }

    private void note(String job, String what) {
        lastRuns.put(job, clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }
}
