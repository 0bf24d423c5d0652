package io.hashlake.pipeline.sink;

import io.hashlake.core.Backoff;
import io.hashlake.core.Cursors;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.SourceLeases;
import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Stores the cursors of all sources together: one commit of a sink completes the batches of hundreds of sources, and each of
 * their cursors by itself would cost a transaction. Positions are remembered, so an origin's cursor must be moved by this
 * process alone, under a lease.
 */
public final class CursorWriter implements Cursors, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CursorWriter.class);

    /** Time that the first position waits for others. */
    private static final long GATHERING_MILLIS = 50;

    /** A driver that waits for a server's answer lets itself not be interrupted. */
    private static final long CLOSE_MILLIS = 1_000;

    private final Cursors store;
    private final SourceLeases leases;
    private final Consumer<Set<String>> lost;
    private final Thread thread = DaemonThreads.of("cursors", this::work);
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
    private final Map<String, String> stored = new ConcurrentHashMap<>();

    /** Guarded by itself; also the monitor on which the thread waits. */
    private final Map<String, String> waiting = new HashMap<>();

    private volatile IOException failure;

    /** Of cursors that no other process moves. */
    public CursorWriter(Cursors store) {
        this(store, new SourceLeases() {}, origins -> {});
    }

    /** @param store checks the leases of what it stores */
    public CursorWriter(Cursors store, LeaseKeeper leases) {
        this(store, leases, leases::lost);
    }

    private CursorWriter(Cursors store, SourceLeases leases, Consumer<Set<String>> lost) {
        this.store = store;
        this.leases = leases;
        this.lost = lost;
        thread.start();
    }

    /** Stores what waits first: whoever asks may read again from there. */
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
    public void want(String origin) {
        if (leases.token(origin).isEmpty()) {
            // Followed before, given back, and moved by another process since, perhaps.
            stored.remove(origin);
        }
        leases.want(origin);
    }

    /** Forgets what was remembered under an earlier lease. */
    @Override
    public void claim(String origin) throws IOException {
        if (leases.isStandby(origin)) {
            forget(origin);
        }
        leases.claim(origin);
    }

    private synchronized void forget(String origin) {
        stored.remove(origin);
        synchronized (waiting) {
            waiting.remove(origin);
        }
    }

    @Override
    public void release(String origin) {
        if (leases.isStandby(origin)) {
            forget(origin);
        }
        leases.release(origin);
    }

    @Override
    public void ensureHeld(String origin) throws IOException {
        leases.ensureHeld(origin);
    }

    @Override
    public boolean isStandby(String origin) {
        return leases.isStandby(origin);
    }

    @Override
    public OptionalLong token(String origin) {
        return leases.token(origin);
    }

    @Override
    public Optional<String> follower(String origin) throws IOException {
        return leases.follower(origin);
    }

    @Override
    public void listen(Listener listener) {
        leases.listen(listener);
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
            thread.join(CLOSE_MILLIS);
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
        Set<String> refused = advance(positions);
        synchronized (waiting) {
            positions.forEach(waiting::remove);
        }
        positions.keySet().stream()
                .filter(origin -> !refused.contains(origin))
                .forEach(origin -> stored.put(origin, positions.get(origin)));
    }

    /** Returns those whose leases were lost: another process moves their cursors. */
    private Set<String> advance(Map<String, String> positions) throws IOException {
        try {
            store.advanceAll(positions);
            return Set.of();
        } catch (LostLeaseException e) {
            lost.accept(e.origins());
            return e.origins();
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
