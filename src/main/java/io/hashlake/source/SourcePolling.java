package io.hashlake.source;

import io.hashlake.thread.DaemonThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Polls one source again and again, in a thread of its own: a slow one holds up no other. */
public final class SourcePolling {

    private static final Logger LOG = Logger.getLogger(SourcePolling.class);

    private final PolledSource source;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread;
    private boolean isWoken;

    private SourcePolling(PolledSource source) {
        this.source = source;
        this.thread = DaemonThreads.of(source.name(), this::run);
    }

    public static SourcePolling start(PolledSource source) {
        SourcePolling polling = new SourcePolling(source);
        polling.thread.start();
        return polling;
    }

    private void run() {
        try {
            Optional<Duration> wait = source.poll();
            while (wait.isPresent()) {
                await(wait.get());
                wait = source.poll();
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s is not polled any more", source.name());
        } finally {
            ended.complete(null);
        }
    }

    private synchronized void await(Duration wait) throws InterruptedException {
        if (!isWoken) {
            wait(Math.max(1, wait.toMillis()));
        }
        isWoken = false;
    }

    /** Polls at once: a lease was taken over. */
    public synchronized void pollNow() {
        isWoken = true;
        notifyAll();
    }

    /** Polls no more; completes when nothing of the source is under way. */
    public CompletionStage<Void> end() {
        thread.interrupt();
        return ended.thenCompose(done -> source.end());
    }
}
