package io.hashlake.files;

import io.hashlake.tweet.TweetBatch;
import io.hashlake.x.Checkpoint;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Hands over one file's batches, a bounded number at once, and moves the file's cursor behind them. */
final class Delivery {

    private static final long TICK_MILLIS = 100;

    private final Checkpoint checkpoint;
    private final Function<TweetBatch, CompletionStage<?>> output;
    private final CountDownLatch stopped;
    private final int most;
    private final Semaphore room;

    Delivery(
            Checkpoint checkpoint,
            Function<TweetBatch, CompletionStage<?>> output,
            int most,
            CountDownLatch stopped) {
        this.checkpoint = checkpoint;
        this.output = output;
        this.most = most;
        this.stopped = stopped;
        this.room = new Semaphore(most);
    }

    /**
     * Hands the batch over as soon as there is room.
     *
     * @return whether it was; if not, reading was stopped
     * @throws IOException if a batch has failed, after those that were under way are through
     */
    boolean handOver(TweetBatch batch) throws IOException, InterruptedException {
        if (!acquire(1)) {
            return false;
        }
        CompletableFuture<Void> tracked = new CompletableFuture<>();
        checkpoint.track(batch.end(), null, tracked);
        output.apply(batch).whenComplete((done, error) -> {
            if (error == null) {
                tracked.complete(null);
            } else {
                tracked.completeExceptionally(error);
            }
            room.release();
        });
        if (checkpoint.failure() != null) {
            settle();
        }
        return true;
    }

    /**
     * Waits until everything is committed and the cursor is stored.
     *
     * @return whether it is; if not, reading was stopped
     * @throws IOException if a batch has failed, or the cursor could not be stored
     */
    boolean settle() throws IOException, InterruptedException {
        if (!acquire(most)) {
            return false;
        }
        room.release(most);
        Throwable failure = checkpoint.failure();
        if (failure != null) {
            throw new IOException("a batch failed: " + failure.getMessage());
        }
        checkpoint.save();
        return true;
    }

    private boolean acquire(int permits) throws InterruptedException {
        while (stopped.getCount() > 0) {
            if (room.tryAcquire(permits, TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }
}
