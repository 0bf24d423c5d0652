package io.hashlake.pipeline;

import io.hashlake.observability.Meters;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/**
 * The policy of every job's route: tells meters and people what came of a run. The route says in the exchange's property
 * {@code hours} how many hours it builds, and in {@code waiting} how many are left.
 */
public final class JobMeter extends RoutePolicySupport {

    private final Meters meters;
    private final Clock clock;
    private final Map<String, String> lastRuns = new ConcurrentSkipListMap<>();

    public JobMeter(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** What came of each job's last run, by the job's name. */
    public Map<String, String> lastRuns() {
        return lastRuns;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        String job = route.getId();
        long hours = exchange.getProperty("hours", 0L, Long.class);
        Duration took = Duration.ofMillis(exchange.getClock().elapsed());
        if (exchange.getException() == null) {
            meters.jobRan(job, "done", took);
            meters.jobHours(job, hours);
            note(job, hours + " hours built");
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
