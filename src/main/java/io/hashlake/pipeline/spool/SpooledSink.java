package io.hashlake.pipeline.spool;

import io.hashlake.core.Backoff;
import io.hashlake.core.TweetBatch;
import io.hashlake.pipeline.sink.SinkWorker;
import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * Stands before a sink whose outage must not stop sources or other sinks: a batch is complete when it is durable on disk, and
 * reaches the sink from there, after a restart too. Whatever arrives while a file is written goes into the next one. When the
 * disk space is used up, {@link #write} blocks, and so sources wait.
 */
public final class SpooledSink implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SpooledSink.class);
    private static final int MAX_WAITING = 20_000;
    private static final long FULL_MILLIS = 250;

    private final SinkWorker worker;
    private final Spool spool;
    private final long maxBytes;
    private final Semaphore room = new Semaphore(MAX_WAITING);
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final BlockingQueue<Path> files = new LinkedBlockingQueue<>();
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
    private final List<Thread> threads;
    private boolean isFull;

    private record Waiting(TweetBatch batch, int permits, CompletableFuture<Void> durable) {}

    /** @param maxBytes disk space for what waits */
    public SpooledSink(SinkWorker worker, Path directory, long maxBytes) {
        this.worker = worker;
        this.spool = new Spool(directory);
        this.maxBytes = maxBytes;
        this.threads =
                List.of(thread("spool-" + worker.name(), this::keep), thread("feed-" + worker.name(), this::feed));
    }

    /** Hands on what an earlier process left, and then what comes. */
    public SpooledSink start() throws IOException {
        List<Path> left = spool.open();
        if (!left.isEmpty()) {
            LOG.infof("Sink %s gets %,d bytes from its spool that it had not committed", worker.name(), bytes());
        }
        files.addAll(left);
        threads.forEach(Thread::start);
        return this;
    }

    /** Returns when the batch is durable on disk; blocks while too many wait for that. */
    public CompletionStage<Void> write(TweetBatch batch) throws InterruptedException {
        int permits = Math.min(Math.max(1, batch.tweets().size()), MAX_WAITING);
        room.acquire(permits);
        Waiting waiting = new Waiting(batch, permits, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.durable;
    }

    /** Changes what waits on disk, and returns how many posts went. */
    public long rewrite(UnaryOperator<TweetBatch> change) throws IOException {
        return spool.rewrite(change);
    }

    /** Returns the size of what waits on disk. */
    public long bytes() {
        return spool.bytes();
    }

    /** Leaves what is on disk to the next start. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void keep() throws InterruptedException {
        while (true) {
            List<Waiting> next = new ArrayList<>(List.of(queue.take()));
            queue.drainTo(next);
            awaitSpace();
            files.add(written(next.stream().map(Waiting::batch).toList()));
            room.release(next.stream().mapToInt(Waiting::permits).sum());
            next.forEach(waiting -> waiting.durable.complete(null));
        }
    }

    private void awaitSpace() throws InterruptedException {
        while (spool.bytes() >= maxBytes) {
            if (!isFull) {
                LOG.warnf("The spool of sink %s is full (%,d bytes): sources pause", worker.name(), spool.bytes());
                isFull = true;
            }
            Thread.sleep(FULL_MILLIS);
        }
        isFull = false;
    }

    private Path written(List<TweetBatch> batches) throws InterruptedException {
        while (true) {
            try {
                Path file = spool.write(batches);
                backoff.reset();
                return file;
            } catch (IOException e) {
                LOG.warnf("The spool of sink %s cannot be written; retrying, sources pause: %s", worker.name(), e);
                Thread.sleep(backoff.next().toMillis());
            }
        }
    }

    private void feed() throws InterruptedException {
        while (true) {
            Path file = files.take();
            try {
                List<CompletableFuture<Void>> committed = new ArrayList<>();
                for (TweetBatch batch : spool.read(file)) {
                    committed.add(worker.write(batch).toCompletableFuture());
                }
                CompletableFuture.allOf(committed.toArray(CompletableFuture[]::new))
                        .thenRun(() -> delete(file));
            } catch (IOException | RuntimeException e) {
                setAside(file, e);
            }
        }
    }

    private void delete(Path file) {
        try {
            spool.delete(file);
        } catch (IOException e) {
            LOG.warnf("%s was committed and cannot be deleted; it is handed on again: %s", file, e);
        }
    }

    private void setAside(Path file, Exception reason) {
        try {
            LOG.errorf("%s is set aside: %s", spool.setAside(file), reason);
        } catch (IOException e) {
            LOG.errorf("%s can be neither read nor set aside: %s, %s", file, reason, e);
        }
    }

    private static Thread thread(String name, Work work) {
        return DaemonThreads.of(name, () -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                LOG.debugf("%s was stopped", name);
            }
        });
    }

    private interface Work {
        void run() throws InterruptedException;
    }
}
