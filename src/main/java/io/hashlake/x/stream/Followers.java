package io.hashlake.x.stream;

import io.hashlake.x.SourceStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sources of one stream, which may come and go while it is read. */
final class Followers {

    private final List<StreamSource> sources = new CopyOnWriteArrayList<>();
    private long changes;

    synchronized void add(StreamSource source) {
        sources.add(source);
        changed();
    }

    synchronized void remove(StreamSource source) {
        sources.remove(source);
        changed();
    }

    private void changed() {
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

    /** Those that are not stopped. */
    List<StreamSource> active() {
        return sources.stream().filter(source -> !source.isStopped()).toList();
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
