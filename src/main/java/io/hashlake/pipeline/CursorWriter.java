package io.hashlake.pipeline;

import io.hashlake.tweet.Backoff;
import io.hashlake.tweet.Cursors;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Stores the cursors of all sources together: one commit of a sink completes the batches of hundreds of sources, and each of
 * their cursors by itself would cost a transaction. Positions are remembered, so an origin's cursor must be moved by this
 * process alone.
 */
public final class CursorWriter implements Cursors, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CursorWriter.class);

    /** How long the first position waits for others. */
    private static final long GATHERING_MILLIS = 50;

    private final Cursors store;
    private final Thread thread = new Thread(this::work, "cursors");
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
    private final Map<String, String> stored = new ConcurrentHashMap<>();

    /** Guarded by itself; also the monitor on which the thread waits. */
    private final Map<String, String> waiting = new HashMap<>();

    private volatile IOException failure;

    public CursorWriter(Cursors store) {
        this.store = store;
        thread.setDaemon(true);
        thread.start();
    }

    /** What waits is stored first: whoever asks may read again from there. */
    @Override
    public Optional<String> position(String origin) throws IOException {
        flush();
        String known = stored.get(origin);
        return known == null ? store.position(origin) : Optional.of(known);
    }

    @Override
    public synchronized void advance(String origin, String position) throws IOException {
        synchronized (waiting) {
            waiting.remove(origin);
        }
        store.advance(origin, position);
        stored.put(origin, position);
    }

    @Override
    public void advanceSoon(String origin, String position) throws IOException {
        IOException known = failure;
        synchronized (waiting) {
            waiting.put(origin, position);
            waiting.notifyAll();
        }
        if (known != null) {
            throw known;
        }
    }

    /** Stores what waits. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
            flush();
        } catch (IOException e) {
            LOG.warnf("What was read since the last cursors were stored will be read again: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void flush() throws IOException {
        Map<String, String> positions;
        synchronized (waiting) {
            positions = Map.copyOf(waiting);
        }
        if (positions.isEmpty()) {
            return;
        }
        store.advanceAll(positions);
        stored.putAll(positions);
        synchronized (waiting) {
            positions.forEach(waiting::remove);
        }
    }

    private void work() {
        try {
            while (true) {
                awaitPositions();
                Thread.sleep(GATHERING_MILLIS);
                flushUntilItWorks();
            }
        } catch (InterruptedException e) {
            LOG.debug("The cursors' thread was stopped");
        }
    }

    private void awaitPositions() throws InterruptedException {
        synchronized (waiting) {
            while (waiting.isEmpty()) {
                waiting.wait();
            }
        }
    }

    private void flushUntilItWorks() throws InterruptedException {
        while (true) {
            try {
                flush();
                failure = null;
                backoff.reset();
                return;
            } catch (IOException e) {
                failure = e;
                Thread.sleep(backoff.next().toMillis());
            }
        }
    }
}
