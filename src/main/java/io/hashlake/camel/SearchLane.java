package io.hashlake.camel;

import io.hashlake.x.client.SearchApi;
import io.hashlake.x.client.XTime;
import io.hashlake.x.search.SearchPoller;
import io.hashlake.x.search.SearchSettings;
import io.hashlake.x.search.SearchSource;
import io.hashlake.x.walk.MeteredSearch;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ExecutorServiceManager;
import org.jboss.logging.Logger;

/** The thread that polls all searches with the same settings. */
final class SearchLane {

    private static final Logger LOG = Logger.getLogger(SearchLane.class);

    /** Delay in which searches that start together are collected, to be polled together. */
    private static final Duration TOGETHER = Duration.ofMillis(500);

    private final SearchPoller poller;
    private final SearchSettings settings;
    private final XTime time;
    private final ExecutorServiceManager executors;
    private ScheduledExecutorService executor;

    /** Grows with every poll that is scheduled: of several that wait, the last one counts. */
    private long turn;

    private boolean isPolling;
    private boolean isDueAgain;

    SearchLane(SearchApi api, XServices services, SearchSettings settings, ExecutorServiceManager executors) {
        this.poller =
                new SearchPoller(new MeteredSearch(api, services.spend()), settings, services.gaps(), services.time());
        this.settings = settings;
        this.time = services.time();
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
            schedule(Duration.ZERO);
        }
    }

    /** Polls at once, or again if it is polling. */
    synchronized void pollNow() {
        if (isPolling) {
            isDueAgain = true;
        } else {
            schedule(Duration.ZERO);
        }
    }

    /** Polls within a moment, for those that have just come. */
    synchronized void pollSoon() {
        if (isPolling) {
            isDueAgain = true;
        } else {
            schedule(TOGETHER);
        }
    }

    synchronized void stop() {
        if (executor != null) {
            executors.shutdownNow(executor);
            executor = null;
        }
    }

    private synchronized boolean begin(long scheduled) {
        isPolling = scheduled == turn;
        return isPolling;
    }

    private void poll(long scheduled) {
        if (!begin(scheduled)) {
            return;
        }
        Duration wait = settings.interval();
        try {
            wait = Duration.between(time.machine(), poller.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Unexpected error in a poll; retrying in %s", wait);
        }
        end(wait);
    }

    private synchronized void end(Duration wait) {
        isPolling = false;
        if (isDueAgain || !poller.isEmpty()) {
            schedule(isDueAgain ? Duration.ZERO : wait);
        }
        isDueAgain = false;
    }

    private synchronized void schedule(Duration wait) {
        if (executor != null && !executor.isShutdown()) {
            long scheduled = ++turn;
            executor.schedule(() -> poll(scheduled), Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        }
    }
}
