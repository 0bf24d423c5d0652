package io.hashlake.simulator.stream;

import io.hashlake.simulator.feed.Faults;
import io.hashlake.simulator.feed.Outflow;
import io.hashlake.simulator.feed.StreamContent;
import io.hashlake.simulator.feed.StreamFaults;
import io.hashlake.simulator.request.FieldSelection;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.truth.ServiceLog;
import io.hashlake.simulator.world.World;
import io.hashlake.thread.DaemonThreads;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The app's open streams. Each path allows so many. */
public final class ServedStreams implements AutoCloseable {

    private static final long PROBED_AFTER_MILLIS = 150;
    private static final long WATCH_MILLIS = 250;

    private final World world;
    private final SimulatorSettings settings;
    private final StreamFaults faults;
    private final ServiceLog log;
    private final Clock clock;
    private final List<ServedStream> open = new ArrayList<>();
    private final List<Ghost> ghosts = new ArrayList<>();
    private final ScheduledExecutorService watch = DaemonThreads.scheduler("simulator-streams");

    /** Content that a client asks of a stream, and from when on. */
    public record Wish(FieldSelection selection, StreamContent feed, Instant from) {}

    /** A connection whose client went away and that counts all the same. */
    private record Ghost(String path, Instant until) {}

    public ServedStreams(World world, SimulatorSettings settings, Faults faults, ServiceLog log, Clock clock) {
        this.world = world;
        this.settings = settings;
        this.faults = new StreamFaults(faults, settings);
        this.log = log;
        this.clock = clock;
        watch.scheduleWithFixedDelay(this::dropStuck, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * A new connection; empty if there are as many as may be. Before that is said, those that there are get heartbeats, so
     * that one whose client is gone does not count.
     */
    public synchronized Optional<ServedStream> open(String path, Wish wish) {
        if (taken(path) >= most()) {
            probe(path);
        }
        if (taken(path) >= most()) {
            return Optional.empty();
        }
        Outflow outflow = new Outflow(world, settings, wish.from());
        LineJson lines = new LineJson(world, wish.selection());
        int number = log.streams().open(path, clock.instant());
        ServedStream connection =
                new ServedStream(path, number, new ServedStream.Output(wish.feed(), outflow, lines), this);
        open.add(connection);
        return Optional.of(connection);
    }

    /** Closes all connections and ghosts; returns how many there were. */
    public synchronized int closeAll() {
        int closed = open.size() + ghosts.size();
        ghosts.clear();
        open.forEach(ServedStream::end);
        awaitFewer(1, null);
        open.forEach(connection -> connection.drop(ServedStream.CLOSED));
        awaitFewer(1, null);
        return closed;
    }

    synchronized void closed(ServedStream connection, String outcome, boolean isClientGone) {
        Instant now = clock.instant();
        log.streams().close(connection.number(), now, outcome);
        open.remove(connection);
        if (isClientGone && faults.leavesGhost(now)) {
            ghosts.add(new Ghost(connection.path(), now.plus(settings.streams().ghost())));
        }
        notifyAll();
    }

    /** The course of a stream whose client reads here. */
    StreamFlow flow(ServedStream connection, OutputStream out) {
        StreamWriter writer = new StreamWriter(
                out,
                connection.source().lines(),
                (items, included, at) -> log.streamed(connection.number(), items, included, at));
        return new StreamFlow(connection, writer, new StreamFlow.Rules(settings.streams(), faults, clock));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private int most() {
        return settings.streams().connections();
    }

    private long taken(String path) {
        Instant now = clock.instant();
        ghosts.removeIf(ghost -> !ghost.until().isAfter(now));
        return open.stream().filter(one -> one.path().equals(path)).count()
                + ghosts.stream().filter(ghost -> ghost.path().equals(path)).count();
    }

    private void probe(String path) {
        open.stream().filter(one -> one.path().equals(path)).forEach(ServedStream::probe);
        awaitFewer(most(), path);
    }

    /** Waits a moment for there to be fewer connections to a path, or to any if it is null. */
    private void awaitFewer(int most, String path) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PROBED_AFTER_MILLIS);
        try {
            while ((path == null ? open.size() : taken(path)) >= most) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void dropStuck() {
        Instant now = clock.instant();
        open.stream()
                .filter(connection -> connection.isStuck(now))
                .forEach(connection -> connection.drop(FaultKind.SLOW_READER.toString()));
    }
}
