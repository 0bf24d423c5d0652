package io.hashlake.pipeline.sink;

import io.hashlake.core.Backoff;
import io.hashlake.core.BatchTracer;
import io.hashlake.core.Intake;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.Sink;
import io.hashlake.core.TweetBatch;
import io.hashlake.observability.Meters;
import io.hashlake.observability.PostOutcome;
import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Drives one sink by one thread: whatever queued while a commit was running goes into the next one, and an outage is tried
 * again until it is over. What is in the sink and not committed is bounded, and so is what the sink has not taken; when a bound
 * is reached, {@link #write} blocks, and so the source waits.
 */
public final class SinkWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SinkWorker.class);
    private static final long TICK_MILLIS = 100;

    /** A driver that waits for a server's answer lets itself not be interrupted. */
    private static final long CLOSE_MILLIS = 3_000;

    private static final int PAYLOAD_BYTES_A_POST = 4 << 10;

    private final Sink sink;
    private final int capacity;
    private final int maxQueued;
    private final Meters meters;
    private final Clock clock;
    private final Semaphore room;
    private final Semaphore queueRoom;
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final List<PendingBatch> uncommitted = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
    private final Thread thread;
    private volatile SinkStatus status = new SinkStatus.Opening();
    private volatile BatchTracer tracer = BatchTracer.NONE;
    private volatile TombstoneFilter tombstones = TombstoneFilter.NONE;
    private volatile boolean commitsAtOnce;
    private volatile boolean commitsSoon;
    private int uncommittedTweets;

    /** @param capacity how many tweets may be handed over and not committed, 1 or more; payloads count at 4 KiB a tweet */
    public SinkWorker(Sink sink, int capacity, Meters meters, Clock clock) {
        this.sink = sink;
        this.capacity = capacity;
        this.maxQueued = Math.min(capacity, Intake.MAX_QUEUED);
        this.meters = meters;
        this.clock = clock;
        this.room = new Semaphore(capacity);
        this.queueRoom = new Semaphore(maxQueued);
        this.thread = DaemonThreads.of("sink-" + sink.name(), this::work);
    }

    /** Lets this one trace what it commits. */
    public SinkWorker tracedBy(BatchTracer given) {
        tracer = given;
        return this;
    }

    /** Lets this one keep back what was erased, whatever brings it. */
    public SinkWorker guardedBy(TombstoneFilter given) {
        tombstones = given;
        return this;
    }

    public void start() {
        thread.start();
    }

    public String name() {
        return sink.name();
    }

    public SinkStatus status() {
        return status;
    }

    /** Returns whether its thread runs, or has not been started yet. */
    public boolean isAlive() {
        return thread.isAlive() || thread.getState() == Thread.State.NEW;
    }

    /** Returns whether everything that was handed over has been committed. */
    public boolean isIdle() {
        return room.availablePermits() == capacity;
    }

    /**
     * Hands a batch to the sink; blocks while too much is uncommitted, and lets it be committed then.
     *
     * @return completes when the batch is durable; fails only if the worker is closed before that
     */
    public CompletionStage<Void> write(TweetBatch batch) throws InterruptedException {
        PendingBatch handover = new PendingBatch(batch, Math.min(weight(batch), capacity), clock.instant());
        while (!room.tryAcquire(handover.permits, TICK_MILLIS, TimeUnit.MILLISECONDS)) {
            commitSoon();
        }
        queueRoom.acquire(queuePermits(handover));
        queue.add(handover);
        return handover.completion;
    }

    private int queuePermits(PendingBatch handover) {
        return Math.min(handover.permits, maxQueued);
    }

    /** Returns a batch's size in posts: a post comes with about so much payload where payloads are kept. */
    private static int weight(TweetBatch batch) {
        long payload = batch.payloads().stream()
                .mapToLong(received -> received.json().length)
                .sum();
        return (int) Math.max(Math.max(1, batch.tweets().size()), payload / PAYLOAD_BYTES_A_POST);
    }

    /**
     * Tells the sink, after what was handed over before and ahead of what will be, that these origins come from another
     * process.
     */
    public void takeOver(Set<String> origins) {
        queue.add(new TakeOver(Set.copyOf(origins)));
    }

    /**
     * From now on everything is committed as soon as nothing more waits: before a shutdown, and where batches have been
     * gathered already.
     */
    public void commitAtOnce() {
        commitsAtOnce = true;
    }

    /** Commits what was handed over as soon as nothing more waits, and later ones as usual again. */
    public void commitSoon() {
        commitsSoon = true;
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (sink) {
            untilItWorks(sink::open);
            while (closed.getCount() > 0) {
                take(queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException e) {
            LOG.debugf("Sink %s was stopped", sink.name());
        } finally {
            failRest();
        }
    }

    /** Says what would be read again if the process ended now; nothing where that is nothing. */
    public void tellUncommitted() {
        if (!isIdle()) {
            LOG.warnf(
                    "Sink %s has not committed some %d posts; they are read again after the next start",
                    name(), capacity - room.availablePermits());
        }
    }

    private void failRest() {
        queue.stream()
                .filter(PendingBatch.class::isInstance)
                .map(PendingBatch.class::cast)
                .forEach(uncommitted::add);
        if (!uncommitted.isEmpty()) {
            LOG.warnf(
                    "Sink %s was closed; what it had not committed (%d of its batches) is read again after the next start",
                    sink.name(), uncommitted.size());
        }
        IOException reason = new IOException("the sink " + sink.name() + " was closed before the batch was committed");
        uncommitted.forEach(handover -> handover.completion.completeExceptionally(reason));
    }

    private void take(Task task) throws InterruptedException {
        if (task instanceof TakeOver takeOver) {
            untilItWorks(() -> sink.takeOver(takeOver.origins()));
        }
        if (task instanceof PendingBatch handover) {
            uncommitted.add(handover);
            uncommittedTweets += handover.permits;
            untilItWorks(() -> write(handover));
            handover.dropContent();
            queueRoom.release(queuePermits(handover));
        }
        boolean half = uncommittedTweets >= capacity / 2;
        boolean nothingMore = queue.isEmpty();
        if (half || nothingMore && (sink.isCommitDue() || commitsAtOnce || commitsSoon)) {
            commit();
        }
    }

    /** Unless its origin was abandoned meanwhile. */
    private void write(PendingBatch handover) throws IOException {
        if (!uncommitted.isEmpty() && uncommitted.get(uncommitted.size() - 1) == handover) {
            TweetBatch allowed = tombstones.apply(handover.batch);
            sink.write(allowed);
            handover.erased = handover.posts - allowed.tweets().size();
        }
    }

    private void commit() throws InterruptedException {
        commitsSoon = false;
        if (uncommitted.isEmpty()) {
            return;
        }
        untilItWorks(() -> {
            Instant started = clock.instant();
            Sink.Commit commit = sink.commit();
            meters.committed(sink.name(), commit, Duration.between(started, clock.instant()));
            count(commit);
        });
        room.release(uncommittedTweets);
        uncommittedTweets = 0;
        complete();
    }

    /** Whatever was neither new nor rejected nor kept back had been seen before, in this very commit perhaps. */
    private void count(Sink.Commit commit) {
        if (sink.countsPosts()) {
            long erased =
                    uncommitted.stream().mapToLong(handover -> handover.erased).sum();
            long seenBefore = posts(uncommitted) - erased - commit.posts() - commit.rejected();
            meters.posts(sink.name(), PostOutcome.NEW, commit.posts());
            meters.posts(sink.name(), PostOutcome.SEEN_BEFORE, Math.max(0, seenBefore));
            meters.posts(sink.name(), PostOutcome.REJECTED, commit.rejected());
            meters.posts(sink.name(), PostOutcome.ERASED, erased);
        }
    }

    private static long posts(List<PendingBatch> handovers) {
        return handovers.stream().mapToLong(handover -> handover.posts).sum();
    }

    /** The last one first: its source's cursor then moves once, over all of them, when the first is complete. */
    private void complete() {
        Instant now = clock.instant();
        for (int i = uncommitted.size() - 1; i >= 0; i--) {
            PendingBatch handover = uncommitted.get(i);
            meters.completed(sink.name(), Duration.between(handover.at, now));
            tracer.committed(sink.name(), handover.batch, handover.posts, handover.at);
            handover.completion.complete(null);
        }
        uncommitted.clear();
    }

    private void untilItWorks(Attempt attempt) throws InterruptedException {
        while (true) {
            try {
                if (isDone(attempt)) {
                    backoff.reset();
                    works();
                    return;
                }
            } catch (IOException | RuntimeException e) {
                isOut(e);
                if (closed.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new InterruptedException("closed");
                }
            }
        }
    }

    /** False if origins had to be given up first. */
    private boolean isDone(Attempt attempt) throws IOException {
        try {
            attempt.run();
            return true;
        } catch (LostLeaseException e) {
            sink.abandon(e.origins());
            fail(e);
            return false;
        }
    }

    private void fail(LostLeaseException reason) {
        List<PendingBatch> lost = uncommitted.stream()
                .filter(handover -> reason.origins().contains(handover.batch.origin()))
                .toList();
        uncommitted.removeAll(lost);
        int permits = lost.stream().mapToInt(handover -> handover.permits).sum();
        uncommittedTweets -= permits;
        room.release(permits);
        if (sink.countsPosts()) {
            meters.posts(sink.name(), PostOutcome.RELEASED, posts(lost));
        }
        LOG.warnf("Sink %s gave up %d batches: %s", sink.name(), lost.size(), reason.getMessage());
        lost.forEach(handover -> handover.completion.completeExceptionally(reason));
    }

    private void works() {
        if (status instanceof SinkStatus.Out out) {
            LOG.infof("Sink %s works again after %s", sink.name(), Duration.between(out.since(), clock.instant()));
        }
        status = new SinkStatus.Working();
    }

    private void isOut(Exception e) {
        meters.retried(sink.name());
        String reason = e instanceof IOException ? e.getMessage() : e.toString();
        if (status instanceof SinkStatus.Out out) {
            status = new SinkStatus.Out(out.since(), reason);
            return;
        }
        LOG.warnf("Sink %s is out and is tried again until it works; sources wait: %s", sink.name(), reason);
        LOG.debugf(e, "Sink %s", sink.name());
        status = new SinkStatus.Out(clock.instant(), reason);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private sealed interface Task {}

    private record TakeOver(Set<String> origins) implements Task {}

    private static final class PendingBatch implements Task {
        private final int posts;
        private final int permits;
        private final Instant at;
        private final CompletableFuture<Void> completion = new CompletableFuture<>();
        private TweetBatch batch;
        private int erased;

        PendingBatch(TweetBatch batch, int permits, Instant at) {
            this.batch = batch;
            this.posts = batch.tweets().size();
            this.permits = permits;
            this.at = at;
        }

        /** The sink has it, in a form of its own. */
        void dropContent() {
            batch = batch.withoutContent();
        }
    }
}
