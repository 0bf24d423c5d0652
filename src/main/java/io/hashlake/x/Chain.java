package io.hashlake.x;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.TweetBatch;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * An origin's batches one after the other: each starts where the last one ended, and the cursor follows what is committed.
 * For one thread.
 */
final class Chain {

    private final String origin;
    private final Cursors cursors;
    private Checkpoint checkpoint;
    private String position;

    Chain(String origin, Cursors cursors) {
        this.origin = origin;
        this.cursors = cursors;
    }

    String origin() {
        return origin;
    }

    /** Where the next batch starts. */
    String position() {
        return position;
    }

    /** Whether everything handed over is committed, and the cursor stands at {@link #position}. */
    boolean isCommitted() {
        return checkpoint.isClear();
    }

    /** Why a batch failed, so that the origin must be read again; null if none did. */
    Throwable failure() {
        return checkpoint == null ? null : checkpoint.failure();
    }

    /**
     * Makes it ready for the next batch. The cursor is read at the start and after a batch failed, but not before those that
     * were handed over with it are through: it may move yet.
     *
     * @param first where an origin without a cursor begins; stored before anything is handed over
     * @throws IOException if it cannot be made ready now; try again later
     */
    void prepare(String first) throws IOException {
        if (checkpoint != null && checkpoint.failure() == null) {
            checkpoint.save();
            return;
        }
        if (checkpoint != null && !checkpoint.isSettled()) {
            throw new IOException("a batch failed, and those that were handed over with it are not through yet");
        }
        Optional<String> stored = cursors.position(origin);
        if (stored.isEmpty()) {
            cursors.advance(origin, first);
        }
        position = stored.orElse(first);
        checkpoint = new Checkpoint(origin, cursors);
    }

    /** The batch starts at {@link #position}; the cursor moves to its end when the completion, and all before it, is there. */
    void track(TweetBatch batch, CompletionStage<?> completion) {
        position = batch.end();
        checkpoint.track(batch.end(), null, completion);
    }
}
