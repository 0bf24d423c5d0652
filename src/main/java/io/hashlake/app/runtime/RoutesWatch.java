package io.hashlake.app.runtime;

import io.hashlake.observability.Meters;
import io.hashlake.pipeline.reload.ReloadConfig;
import io.hashlake.pipeline.reload.RouteReload;
import io.hashlake.thread.DaemonThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets the route files be compared with the routes in force, again and again. */
@ApplicationScoped
public class RoutesWatch {

    private static final Logger LOG = Logger.getLogger(RoutesWatch.class);

    /** A change that is under way at a stop takes less. */
    private static final long STOP_SECONDS = 5;

    private final RouteReload reload;
    private final Meters meters;
    private final long millis;
    private final ScheduledExecutorService turns = DaemonThreads.scheduler("routes");

    @Inject
    RoutesWatch(RouteReload reload, Meters meters, ReloadConfig config) {
        this.reload = reload;
        this.meters = meters;
        this.millis = config.every().toMillis();
    }

    /** To be called when the routes run. */
    public void start() {
        meters.routesRefused(() -> reload.refused().size());
        turns.scheduleWithFixedDelay(this::check, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Interrupts what waits; routes neither come nor go after that. */
    public void stop() {
        turns.shutdownNow();
        try {
            if (!turns.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("A change of routes was under way at the stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check() {
        try {
            reload.check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Unexpected error while routes were reloaded; they are compared again", e);
        }
    }
}
