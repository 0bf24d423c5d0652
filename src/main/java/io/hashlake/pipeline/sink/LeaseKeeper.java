package io.hashlake.pipeline.sink;

import io.hashlake.core.LostLeaseException;
import io.hashlake.core.SourceLeases;
import io.hashlake.core.StandbyException;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.warehouse.ledger.JdbcLeases;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Holds the leases of what this process follows: renews them together, and takes those that come free. A lease that was lost is
 * claimed again by its source alone, when nothing that began under it is under way; so whatever is under way of an origin that is
 * held belongs to the lease that is held. Threads share it.
 */
public final class LeaseKeeper implements SourceLeases, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    /** Three attempts fit into a term. */
    private static final int RENEWALS = 3;

    private final JdbcLeases store;
    private final LeaseTerm term;
    private final Map<String, LeaseState> states = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService renewals = DaemonThreads.scheduler("leases");
    private Set<String> released = new HashSet<>();
    private Set<String> releasedBefore = new HashSet<>();
    private volatile boolean hasFollowed;
    private boolean isStarted;
    private boolean isOut;

    public LeaseKeeper(JdbcLeases store, Clock clock) {
        this(store, clock, System::nanoTime);
    }

    LeaseKeeper(JdbcLeases store, Clock clock, LongSupplier nanos) {
        this.store = store;
        this.term = new LeaseTerm(clock, nanos, store.term());
    }

    /** Begins to renew what is claimed, and to take what comes free. */
    public synchronized void start() {
        if (!isStarted) {
            isStarted = true;
            long millis = term.length().toMillis() / RENEWALS;
            renewals.scheduleWithFixedDelay(this::renewInTime, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Claims what is wanted, so that it is known who follows what; where the database is out, later. */
    public void claimWanted() {
        renewInTime();
    }

    /** Returns how many origins this process has the lease of. */
    public long held() {
        return count(LeaseState.Held.class::isInstance);
    }

    /** Returns how many origins another process has the lease of. */
    public long waiting() {
        return count(LeaseState.Waiting.class::isInstance);
    }

    private long count(Predicate<LeaseState> wanted) {
        return states.values().stream().filter(wanted).count();
    }

    @Override
    public void want(String origin) {
        hasFollowed = true;
        states.putIfAbsent(origin, new LeaseState.Wanted(false));
    }

    @Override
    public void claim(String origin) throws IOException {
        want(origin);
        synchronized (this) {
            released.remove(origin);
            releasedBefore.remove(origin);
            states.computeIfPresent(
                    origin, (any, state) -> state instanceof LeaseState.Lost ? new LeaseState.Wanted(true) : state);
            boolean isHeld = states.get(origin) instanceof LeaseState.Held && !term.isOver();
            if (!isHeld && !(states.get(origin) instanceof LeaseState.Waiting)) {
                renew();
            }
        }
        if (states.get(origin) instanceof LeaseState.Waiting waiting) {
            throw new StandbyException(origin, waiting.follower());
        }
    }

    @Override
    public synchronized void release(String origin) {
        if (states.get(origin) instanceof LeaseState.Held) {
            released.add(origin);
        } else {
            states.remove(origin);
        }
    }

    @Override
    public void ensureHeld(String origin) throws IOException {
        LeaseState state = states.get(origin);
        if (state == null) {
            return;
        }
        if (!(state instanceof LeaseState.Held)) {
            throw new LostLeaseException(Set.of(origin));
        }
        if (term.isOver()) {
            throw new IOException("the lease of " + origin + " could not be renewed for "
                    + term.length().toSeconds() + " s: another process may follow it by now");
        }
    }

    @Override
    public boolean isStandby(String origin) {
        LeaseState state = states.get(origin);
        return state instanceof LeaseState.Waiting
                || state instanceof LeaseState.Lost
                || state instanceof LeaseState.Wanted wanted && wanted.again();
    }

    @Override
    public OptionalLong token(String origin) {
        LeaseState state = states.get(origin);
        if (state == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(state instanceof LeaseState.Held held ? held.token() : 0);
    }

    @Override
    public synchronized Optional<String> follower(String origin) throws IOException {
        return Optional.ofNullable(store.followers(Set.of(origin)).get(origin));
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** The database has refused what was written under their leases. */
    public void lost(Collection<String> origins) {
        Set<String> lost = origins.stream()
                .filter(origin -> states.get(origin) instanceof LeaseState.Held)
                .collect(Collectors.toCollection(TreeSet::new));
        lost.forEach(origin -> states.put(origin, new LeaseState.Lost()));
        if (!lost.isEmpty()) {
            LOG.warnf(
                    "Lost the leases of %s: they were not renewed in time. Nothing more of them is written under these"
                            + " leases; they are claimed again",
                    String.join(", ", lost));
            listeners.forEach(listener -> listener.lost(lost));
        }
    }

    /**
     * Renews the leases, and takes those that have come free.
     *
     * @throws IOException if the database cannot be reached; they are held until their term is over
     */
    synchronized void renew() throws IOException {
        LeaseTerm.Start now = term.now();
        if (!store.renew()) {
            lost(states.keySet());
        }
        term.renewed(now);
        giveBack();
        take();
    }

    private synchronized void renewInTime() {
        try {
            // Whose last source was removed is at work all the same: that tells removed sources from those that wait.
            if (hasFollowed) {
                renew();
            }
            isOut = false;
        } catch (IOException e) {
            if (!isOut) {
                LOG.warnf("Leases cannot be renewed; in %s without, sources pause: %s", term.length(), e.getMessage());
            }
            isOut = true;
        } catch (RuntimeException e) {
            LOG.error("Unexpected error while leases were renewed; they are renewed again", e);
        }
    }

    /** Only what was released before the last renewal: a file is moved away first. */
    private void giveBack() throws IOException {
        if (!releasedBefore.isEmpty()) {
            store.release(releasedBefore);
            states.keySet().removeAll(releasedBefore);
        }
        releasedBefore = released;
        released = new HashSet<>();
    }

    private void take() throws IOException {
        Set<String> wanted = states.entrySet().stream()
                .filter(entry -> isFree(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, Long> tokens = store.take(wanted);
        hold(tokens);
        wanted.removeAll(tokens.keySet());
        if (!wanted.isEmpty()) {
            await(wanted, store.followers(wanted));
        }
    }

    private static boolean isFree(LeaseState state) {
        return state instanceof LeaseState.Wanted || state instanceof LeaseState.Waiting;
    }

    private void hold(Map<String, Long> tokens) {
        Set<String> takenOver =
                tokens.keySet().stream().filter(this::isStandby).collect(Collectors.toCollection(TreeSet::new));
        if (!takenOver.isEmpty()) {
            LOG.infof("Taking over %s", String.join(", ", takenOver));
            listeners.forEach(listener -> listener.taking(takenOver));
        }
        tokens.forEach((origin, token) -> states.put(origin, new LeaseState.Held(token)));
        if (!takenOver.isEmpty()) {
            listeners.forEach(listener -> listener.taken(takenOver));
        }
    }

    private void await(Set<String> origins, Map<String, String> followers) {
        Set<String> news = new TreeSet<>();
        for (String origin : origins) {
            LeaseState waiting = new LeaseState.Waiting(followers.getOrDefault(origin, "another process"));
            if (!waiting.equals(states.put(origin, waiting))) {
                news.add(origin + " (" + followers.getOrDefault(origin, "another process") + ")");
            }
        }
        if (!news.isEmpty()) {
            LOG.infof("Standing by for %s; taken over when that process ends", String.join(", ", news));
        }
    }

    /** A stop must not wait for a database that has not answered a moment ago. */
    private void endUnlessOut() throws IOException {
        if (isOut) {
            throw new IOException("the database is unavailable");
        }
        store.end();
    }

    /** Gives all leases back, so that others take over at once. */
    @Override
    public synchronized void close() {
        renewals.shutdownNow();
        if (!hasFollowed) {
            return;
        }
        states.replaceAll((origin, state) -> new LeaseState.Lost());
        try {
            endUnlessOut();
        } catch (IOException e) {
            LOG.warnf("Other processes take over in %s: %s", term.length(), e.getMessage());
        }
    }
}
