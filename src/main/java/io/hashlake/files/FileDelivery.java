package io.hashlake.files;

import io.hashlake.core.TweetBatch;
import io.hashlake.source.Checkpoint;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Hands over one file's batches, a bounded number at once, and moves the file's cursor behind them. */
final class FileDelivery {

    private static final long TICK_MILLIS = 100;

    private final Checkpoint checkpoint;
    private final Function<TweetBatch, CompletionStage<?>> output;
    private final CountDownLatch stopped;
    private final Runnable onBlocked;
    private final Semaphore room;
    /** Batches under way, and one more until there are no more. */
    private final AtomicInteger unsettled = new AtomicInteger(1);

    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    FileDelivery(Checkpoint checkpoint, FileOutput output, int most, CountDownLatch stopped) {
        this.checkpoint = checkpoint;
        this.output = output.batches();
        this.onBlocked = output.onBlocked();
        this.stopped = stopped;
        this.room = new Semaphore(most);
    }

    /** Hands the batch over as soon as there is room; false if that is no use any more. */
    boolean handOver(TweetBatch batch) throws InterruptedException {
        if (!acquireRoom()) {
            return false;
        }
        unsettled.incrementAndGet();
        CompletableFuture<Void> tracked = new CompletableFuture<>();
        checkpoint.track(batch.end(), null, tracked);
        Checkpoint.attempt(() -> output.apply(batch)).whenComplete((done, error) -> {
            if (error == null) {
                tracked.complete(null);
            } else {
                tracked.completeExceptionally(error);
            }
            room.release();
            settleOne();
        });
        return checkpoint.failure() == null;
    }

    /**
     * There are no more batches.
     *
     * @return completes when all are committed and the cursor is stored; fails if that cannot be, and the file has to be
     *     read again from its cursor
     */
    CompletionStage<Void> finish() {
        settleOne();
        return settled;
    }

    private void settleOne() {
        if (unsettled.decrementAndGet() > 0) {
            return;
        }
        Throwable failure = checkpoint.failure();
        try {
            checkpoint.save();
        } catch (IOException e) {
            failure = e;
        }
        if (failure == null) {
            settled.complete(null);
        } else {
            settled.completeExceptionally(new IOException("not all was committed: " + failure.getMessage(), failure));
        }
    }

    private boolean acquireRoom() throws InterruptedException {
        while (stopped.getCount() > 0 && checkpoint.failure() == null) {
            if (room.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
            onBlocked.run();
        }
        return false;
    }
}
