package io.hashlake.x.stream;

import io.hashlake.core.SourceLeases;
import io.hashlake.core.StandbyException;
import io.hashlake.source.SourceStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sources of one stream, which may come and go while it is read. */
final class Followers {

    private final SourceLeases leases;
    private final List<StreamSource> sources = new CopyOnWriteArrayList<>();
    private long changes;

    Followers(SourceLeases leases) {
        this.leases = leases;
    }

    synchronized void add(StreamSource source) {
        sources.add(source);
        changed();
    }

    synchronized void remove(StreamSource source) {
        sources.remove(source);
        changed();
    }

    /** Others than before may be active. */
    synchronized void changed() {
        changes++;
        notifyAll();
    }

    /** Grows with every change. */
    synchronized long changes() {
        return changes;
    }

    List<StreamSource> all() {
        return sources;
    }

    /** Those that are neither stopped nor followed by another process. */
    List<StreamSource> active() {
        return sources.stream().filter(this::isActive).toList();
    }

    boolean isActive(StreamSource source) {
        return !source.isStopped() && !leases.isStandby(source.name());
    }

    /**
     * Claims the leases of those that are active, before they are connected; of the others, another process connects.
     *
     * @throws IOException if that cannot be known now; try again later
     */
    void claim() throws IOException {
        for (StreamSource source : sources) {
            if (!leases.isStandby(source.name())) {
                claim(source);
            }
        }
    }

    private void claim(StreamSource source) throws IOException {
        try {
            leases.claim(source.name());
        } catch (StandbyException e) {
            source.report(new SourceStatus.StandingBy(e.follower()));
        }
    }

    boolean contains(StreamSource source) {
        return sources.contains(source);
    }

    void report(SourceStatus status) {
        active().forEach(source -> source.report(status));
    }

    /** Waits until there have been other changes than these, or the time is over. */
    synchronized void awaitChange(long known, Duration timeout) throws InterruptedException {
        if (changes == known && !timeout.isZero() && !timeout.isNegative()) {
            wait(Math.max(1, timeout.toMillis()));
        }
    }
}
