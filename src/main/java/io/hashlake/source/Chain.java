package io.hashlake.source;

import io.hashlake.core.Cursors;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.Position;
import io.hashlake.core.StandbyException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * An origin's batches one after the other: each starts where the last one ended, and the cursor follows what is committed.
 * For one thread; others may ask how far it has come.
 *
 * @param <P> a position; what its {@code toString} writes is stored
 */
public final class Chain<P> {

    /** Makes of a stored position the one at which the origin goes on. */
    @FunctionalInterface
    public interface Resumer<P> {

        /**
         * Returns where the origin goes on; whatever may be missing before that is declared.
         *
         * @throws IllegalArgumentException if it cannot go on from what is stored
         * @throws IOException if the cursor cannot be read; try again later
         */
        P resume(Position stored) throws IOException;
    }

    /** Makes of what is stored the position at which the origin goes on, for an origin whose positions are no numbers. */
    @FunctionalInterface
    public interface TextResumer<P> {

        /**
         * Returns where the origin goes on.
         *
         * @throws IllegalArgumentException if it cannot go on from what is stored
         * @throws IOException if the cursor cannot be read; try again later
         */
        P resume(String stored) throws IOException;
    }

    /** Start of a chain, as found when it was prepared. */
    public enum Start {
        /** After the last batch. */
        GOES_ON,
        /** At its beginning: the origin had no cursor. */
        FIRST,
        /** At the cursor: what was handed over behind it comes again. */
        AGAIN
    }

    private final String origin;
    private final Cursors cursors;
    private volatile Checkpoint checkpoint;
    private P position;

    public Chain(String origin, Cursors cursors) {
        this.origin = origin;
        this.cursors = cursors;
    }

    public String origin() {
        return origin;
    }

    /** Returns where the next batch starts. */
    public P position() {
        return position;
    }

    /** Returns whether everything handed over is committed, and the cursor stands at {@link #position}. */
    public boolean isCommitted() {
        Checkpoint current = checkpoint;
        return current != null && current.isClear();
    }

    /** Returns whether no batch is in flight any more, whether it succeeded or failed. */
    public boolean isSettled() {
        Checkpoint current = checkpoint;
        return current == null || current.isSettled();
    }

    /** Completes when nothing that was handed over is under way any more. */
    public CompletionStage<Void> whenSettled() {
        Checkpoint current = checkpoint;
        return current == null ? CompletableFuture.completedFuture(null) : current.whenSettled();
    }

    /** The latest time up to which everything listed is committed; null if there is none yet. */
    public Instant caughtUpAt() {
        Checkpoint current = checkpoint;
        return current == null ? null : current.caughtUpAt();
    }

    /** Returns whether this process holds the origin's lease now. */
    public boolean isHeld() {
        return cursors.isHeld(origin);
    }

    /** Returns why the origin must be read again: a batch failed, or its lease was lost; null if it need not. */
    public Throwable failure() {
        Checkpoint current = checkpoint;
        if (current == null || current.failure() != null) {
            return current == null ? null : current.failure();
        }
        return cursors.isStandby(origin) ? new LostLeaseException(Set.of(origin)) : null;
    }

    /**
     * Makes it ready for the next batch, under the origin's lease. The cursor is read at the start and after a batch failed, but not before those that
     * were handed over with it are through: it may move yet.
     *
     * @param first where an origin without a cursor begins; stored before anything is handed over
     * @param resumer is asked where an origin goes on that has one; stored as well, if it is elsewhere
     * @throws UnusableCursorException if it cannot go on from its cursor
     * @throws StandbyException if another process follows the origin
     * @throws IOException if it cannot be made ready now; try again later
     */
    public Start prepare(P first, Resumer<P> resumer) throws IOException {
        return prepareFromText(first, stored -> resumer.resume(Position.parse(stored)));
    }

    /** As {@link #prepare}, for positions that are no numbers. */
    public Start prepareFromText(P first, TextResumer<P> resumer) throws IOException {
        if (checkpoint != null && failure() == null) {
            cursors.ensureHeld(origin);
            return Start.GOES_ON;
        }
        if (!isSettled()) {
            throw new IOException("a batch failed, and those that were handed over with it are not through yet");
        }
        checkpoint = null;
        cursors.claim(origin);
        Optional<String> stored = cursors.position(origin);
        P begin = stored.isEmpty() ? first : resume(stored.get(), resumer);
        if (!stored.equals(Optional.of(begin.toString()))) {
            cursors.advance(origin, begin.toString());
        }
        position = begin;
        checkpoint = new Checkpoint(origin, cursors);
        return stored.isEmpty() ? Start.FIRST : Start.AGAIN;
    }

    private P resume(String stored, TextResumer<P> resumer) throws IOException {
        try {
            return resumer.resume(stored);
        } catch (IllegalArgumentException e) {
            throw new UnusableCursorException(origin, stored, e);
        }
    }

    /**
     * Stores the position that is committed, if that failed before.
     *
     * @throws IOException if the store cannot be reached; try again later
     */
    public void save() throws IOException {
        checkpoint.save();
    }

    /**
     * Hands over a batch that starts at {@link #position}: the cursor moves to its end when the completion, and all before
     * it, is there.
     *
     * @param listedAt if the origin is at rest behind this batch, when everything up to there had been listed; else null
     */
    public void handOver(P end, Instant listedAt, Supplier<? extends CompletionStage<?>> delivery) {
        position = end;
        checkpoint.track(end.toString(), listedAt, Checkpoint.attempt(delivery));
    }

    /** Fails the chain because its next batch was lost: the origin must be read again from its cursor. */
    public void fail(Throwable reason) {
        Checkpoint current = checkpoint;
        if (current != null) {
            current.track(position.toString(), null, CompletableFuture.failedFuture(reason));
        }
    }
}
