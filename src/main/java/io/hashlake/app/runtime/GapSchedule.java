package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.pipeline.Role;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.x.gap.GapFiller;
import io.hashlake.x.gap.GapsConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets gaps be filled, turn by turn, once all sources are there. */
@ApplicationScoped
public class GapSchedule {

    private static final Logger LOG = Logger.getLogger(GapSchedule.class);

    private final GapFiller filler;
    private final GapsConfig config;
    private final boolean followsSources;
    private final ScheduledExecutorService turns = DaemonThreads.scheduler("gaps");

    @Inject
    GapSchedule(GapFiller filler, GapsConfig config, Settings settings) {
        this.filler = filler;
        this.config = config;
        this.followsSources = settings.deployment().does(Role.INGEST);
    }

    /** A process that follows no sources leaves gaps to those that have some. */
    public void start() {
        if (config.fill() && followsSources) {
            long delay = config.delay().toMillis();
            turns.scheduleWithFixedDelay(this::poll, 0, delay, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    public void stop() {
        turns.shutdownNow();
    }

    private void poll() {
        try {
            filler.poll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "A turn of filling gaps failed in a way that was not foreseen; the next one comes all the same", e);
        }
    }
}
