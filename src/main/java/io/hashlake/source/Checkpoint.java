package io.hashlake.source;

import io.hashlake.core.Cursors;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Moves an origin's cursor over its batches in their order: a batch that is complete waits for those before it. When one
 * fails, nothing after it moves the cursor any more, and the origin has to be read again from where the cursor stands.
 */
public final class Checkpoint {

    private final String origin;
    private final Cursors cursors;
    private final Deque<Entry> inFlight = new ArrayDeque<>();
    private int unsettled;
    private String unsaved;
    private Instant caughtUpAt;
    private Throwable failure;
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    public Checkpoint(String origin, Cursors cursors) {
        this.origin = origin;
        this.cursors = cursors;
    }

    /** Delivers a batch; where that throws, the batch failed. */
    public static CompletionStage<?> attempt(Supplier<? extends CompletionStage<?>> delivery) {
        try {
            return delivery.get();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Takes up the next batch: the cursor may move to {@code end} when it and all before it have completed.
     *
     * @param listedAt if the origin is at rest behind this batch, when everything up to there had been listed; else null
     */
    public void track(String end, Instant listedAt, CompletionStage<?> completion) {
        Entry entry = new Entry(end, listedAt);
        synchronized (this) {
            inFlight.add(entry);
            unsettled++;
        }
        completion.whenComplete((done, error) -> settle(entry, error));
    }

    /** The latest time up to which everything listed is committed; null if there is none yet. */
    public synchronized Instant caughtUpAt() {
        return caughtUpAt;
    }

    /** Returns whether every batch has completed and its position is stored. */
    public synchronized boolean isClear() {
        return inFlight.isEmpty() && unsaved == null;
    }

    /** Returns whether no batch is in flight any more, whether it succeeded or failed. */
    public synchronized boolean isSettled() {
        return unsettled == 0;
    }

    /** Completes when no batch is under way any more and the cursor stands where it is to stay. */
    public synchronized CompletionStage<Void> whenSettled() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        if (isSettled()) {
            settled.complete(null);
        } else {
            waiting.add(settled);
        }
        return settled;
    }

    /** Returns why a batch failed, or null. */
    public synchronized Throwable failure() {
        return failure;
    }

    /**
     * Stores the position that the completed batches have reached, if it is not stored yet.
     *
     * @throws IOException if the store cannot be reached; the position is kept
     */
    public synchronized void save() throws IOException {
        if (unsaved != null) {
            cursors.advanceSoon(origin, unsaved);
            unsaved = null;
        }
    }

    private void settle(Entry entry, Throwable error) {
        settleInOrder(entry, error);
        settledNow().forEach(settled -> settled.complete(null));
    }

    private synchronized List<CompletableFuture<Void>> settledNow() {
        List<CompletableFuture<Void>> settled = isSettled() ? List.copyOf(waiting) : List.of();
        waiting.removeAll(settled);
        return settled;
    }

    private void settleInOrder(Entry entry, Throwable error) {
        synchronized (this) {
            unsettled--;
            entry.done = error == null;
            if (error != null && failure == null) {
                failure = error;
            }
            while (!inFlight.isEmpty() && inFlight.peek().done) {
                Entry completed = inFlight.remove();
                unsaved = completed.end;
                caughtUpAt = completed.listedAt == null ? caughtUpAt : completed.listedAt;
            }
            trySave();
        }
    }

    /** While it is not settled: nothing is stored under a lease that was claimed after that. */
    private void trySave() {
        try {
            save();
        } catch (IOException e) {
            // The position is kept; the next batch or the next poll saves it.
        }
    }

    private static final class Entry {
        private final String end;
        private final Instant listedAt;
        private boolean done;

        Entry(String end, Instant listedAt) {
            this.end = end;
            this.listedAt = listedAt;
        }
    }
}
