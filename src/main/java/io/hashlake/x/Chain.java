package io.hashlake.x;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.LostLeaseException;
import io.hashlake.tweet.StandbyException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * An origin's batches one after the other: each starts where the last one ended, and the cursor follows what is committed.
 * For one thread; others may ask how far it has come.
 *
 * @param <P> a position; what its {@code toString} writes is stored
 */
public final class Chain<P> {

    /** Where a chain that was made ready goes on. */
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
    private final Function<String, P> parser;
    private volatile Checkpoint checkpoint;
    private P position;

    /** @param parser makes a stored position one again, and throws for what is none */
    public Chain(String origin, Cursors cursors, Function<String, P> parser) {
        this.origin = origin;
        this.cursors = cursors;
        this.parser = parser;
    }

    public String origin() {
        return origin;
    }

    /** Where the next batch starts. */
    public P position() {
        return position;
    }

    /** Whether everything handed over is committed, and the cursor stands at {@link #position}. */
    public boolean isCommitted() {
        Checkpoint current = checkpoint;
        return current != null && current.isClear();
    }

    /** Whether nothing that was handed over is under way any more, whatever became of it. */
    public boolean isSettled() {
        Checkpoint current = checkpoint;
        return current == null || current.isSettled();
    }

    /** The latest time up to which everything listed is committed; null if there is none yet. */
    public Instant caughtUpAt() {
        Checkpoint current = checkpoint;
        return current == null ? null : current.caughtUpAt();
    }

    /** Whether this process holds the origin's lease at this moment. */
    public boolean isHeld() {
        return cursors.isHeld(origin);
    }

    /** Why the origin must be read again: a batch failed, or its lease was lost; null if it need not. */
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
     * @throws StandbyException if another process follows the origin
     * @throws IOException if it cannot be made ready now; try again later
     * @throws RuntimeException whatever the parser throws for the cursor, and again at each attempt
     */
    public Start prepare(P first) throws IOException {
        if (checkpoint != null && failure() == null) {
            cursors.ensureHeld(origin);
            return Start.GOES_ON;
        }
        if (!isSettled()) {
            throw new IOException("a batch failed, and those that were handed over with it are not through yet");
        }
        checkpoint = null;
        cursors.claim(origin);
        Optional<P> stored = cursors.position(origin).map(parser);
        if (stored.isEmpty()) {
            cursors.advance(origin, first.toString());
        }
        position = stored.orElse(first);
        checkpoint = new Checkpoint(origin, cursors);
        return stored.isEmpty() ? Start.FIRST : Start.AGAIN;
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
     * A batch that starts at {@link #position} was handed over: the cursor moves to its end when the completion, and all
     * before it, is there.
     *
     * @param listedAt if the origin is at rest behind this batch, when everything up to there had been listed; else null
     */
    public void track(P end, Instant listedAt, CompletionStage<?> completion) {
        position = end;
        checkpoint.track(end.toString(), listedAt, completion);
    }
}
