package io.hashlake.bluesky;

import io.hashlake.core.Backoff;
import io.hashlake.source.SourceStatus;
import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Bluesky's stream and everybody who follows a hashtag on it: all share one connection, and one thread once it was started. */
public final class BlueskyHub {

    private static final Logger LOG = Logger.getLogger(BlueskyHub.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration STABLE = Duration.ofSeconds(30);

    private final BlueskyServices services;
    private final HttpClient client = JetstreamConnection.client();
    private final List<HashtagBatches> followed = new ArrayList<>();
    private final List<Runnable> leaving = new ArrayList<>();
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1));
    private long changes;
    private int attempts;
    private Thread thread;

    public BlueskyHub(BlueskyServices services) {
        this.services = services;
    }

    /** From now on the source is followed. */
    public synchronized void add(BlueskySource source) {
        followed.add(new HashtagBatches(source, services));
        changed();
    }

    /**
     * From now on it is not.
     *
     * @return completes when nothing of it is under way any more
     */
    public CompletionStage<Void> remove(BlueskySource source) {
        CompletableFuture<Void> left = new CompletableFuture<>();
        synchronized (this) {
            followed.removeIf(batches -> batches.source() == source);
            changed();
            if (thread == null) {
                left.complete(null);
            } else {
                leaving.add(() -> source.whenSettled().thenRun(() -> left.complete(null)));
            }
        }
        return left;
    }

    /** Some sources, or leases, came or went: the connection is made anew for those that are followed now. */
    public synchronized void changed() {
        changes++;
        notifyAll();
    }

    /** Begins to connect and to read. */
    public synchronized void start() {
        if (thread == null) {
            thread = DaemonThreads.of("bluesky", this::run);
            thread.start();
        }
    }

    /** Hangs up, and hands over what was read. */
    public void stop() {
        Thread last;
        synchronized (this) {
            last = thread;
            thread = null;
        }
        if (last == null) {
            return;
        }
        last.interrupt();
        try {
            last.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long seen = letGo();
                await(seen, attempt(seen));
            }
        } catch (InterruptedException e) {
            LOG.debug("Bluesky's stream was stopped");
        }
    }

    /** Tells those that left that nothing more of them is handed over; returns the changes so far. */
    private long letGo() {
        List<Runnable> gone;
        long seen;
        synchronized (this) {
            gone = List.copyOf(leaving);
            leaving.clear();
            seen = changes;
        }
        gone.forEach(Runnable::run);
        return seen;
    }

    private synchronized void await(long seen, Duration wait) throws InterruptedException {
        if (seen == changes && !wait.isZero()) {
            wait(wait.toMillis());
        }
    }

    private synchronized boolean isChanged(long seen) {
        return seen != changes;
    }

    private synchronized List<HashtagBatches> followed() {
        return List.copyOf(followed);
    }

    /** Connects and reads, if it can; returns how long to wait before the next attempt. */
    private Duration attempt(long seen) throws InterruptedException {
        ReadySources ready = ReadySources.of(followed(), services.clock());
        if (ready.isEmpty()) {
            return IDLE;
        }
        Instant began = services.clock().instant();
        try {
            read(ready, seen);
            return Duration.ZERO;
        } catch (JetstreamException e) {
            return retry(ready, began, e.getMessage());
        } catch (RuntimeException | IOException e) {
            LOG.errorf(e, "Unexpected error in Bluesky's stream; reconnecting");
            return retry(ready, began, e.toString());
        }
    }

    private Duration retry(ReadySources ready, Instant began, String reason) {
        Instant now = services.clock().instant();
        if (began.plus(STABLE).isBefore(now)) {
            backoff.reset();
        }
        Duration wait = backoff.next();
        attempts++;
        LOG.infof("Bluesky's stream broke: %s", reason);
        ready.report(new SourceStatus.Retrying(now.plus(wait), reason));
        return wait;
    }

    private void read(ReadySources ready, long seen) throws IOException, InterruptedException {
        List<URI> instances = services.config().urls();
        URI address = JetstreamAddress.of(instances.get(attempts % instances.size()), ready.from());
        String type = "stopped";
        try (JetstreamConnection connection = JetstreamConnection.open(
                client, address, services.userAgent(), services.config().maxFrame())) {
            services.listener().connected();
            try {
                new JetstreamReading(ready, connection, services).run(() -> isChanged(seen));
            } catch (JetstreamException e) {
                type = e.type();
                throw e;
            } finally {
                services.listener().disconnected(type);
            }
        }
    }
}
