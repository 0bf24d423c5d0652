package io.hashlake.app.runtime;

import io.hashlake.app.config.GapsConfig;
import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.source.Sources;
import io.hashlake.x.gap.GapFiller;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets gaps be filled, turn by turn, once all sources are there. */
@ApplicationScoped
public class GapSchedule {

    private static final Logger LOG = Logger.getLogger(GapSchedule.class);

    private final GapFiller filler;
    private final Sources sources;
    private final GapsConfig settings;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gaps");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    GapSchedule(GapFiller filler, Sources sources, HashlakeConfig config) {
        this.filler = filler;
        this.sources = sources;
        this.settings = config.gaps();
    }

    /** A process without sources leaves gaps to those that have some. */
    public void start() {
        if (settings.fill() && !sources.isEmpty()) {
            long delay = settings.delay().toMillis();
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
