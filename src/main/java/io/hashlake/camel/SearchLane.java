package io.hashlake.camel;

import io.hashlake.x.MeteredSearch;
import io.hashlake.x.SearchApi;
import io.hashlake.x.SearchPoller;
import io.hashlake.x.SearchSettings;
import io.hashlake.x.SearchSource;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ExecutorServiceManager;
import org.jboss.logging.Logger;

/** The thread that polls all searches with the same settings. */
final class SearchLane {

    private static final Logger LOG = Logger.getLogger(SearchLane.class);

    private final SearchPoller poller;
    private final SearchSettings settings;
    private final Clock clock;
    private final ExecutorServiceManager executors;
    private ScheduledExecutorService executor;

    SearchLane(SearchApi api, XServices services, SearchSettings settings, ExecutorServiceManager executors) {
        this.poller =
                new SearchPoller(new MeteredSearch(api, services.spend()), settings, services.gaps(), services.clock());
        this.settings = settings;
        this.clock = services.clock();
        this.executors = executors;
    }

    void add(SearchSource source) {
        poller.add(source);
    }

    void remove(SearchSource source) {
        poller.remove(source);
    }

    synchronized void start() {
        if (executor == null) {
            executor = executors.newSingleThreadScheduledExecutor(this, "x-search");
            executor.execute(this::poll);
        }
    }

    synchronized void stop() {
        if (executor != null) {
            executors.shutdownNow(executor);
            executor = null;
        }
    }

    private void poll() {
        Duration wait = settings.interval();
        try {
            wait = Duration.between(clock.instant(), poller.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.errorf(e, "A poll failed in a way that was not foreseen; the next one comes in %s", wait);
        }
        schedule(wait);
    }

    private synchronized void schedule(Duration wait) {
        if (executor != null && !executor.isShutdown()) {
            executor.schedule(this::poll, Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        }
    }
}
