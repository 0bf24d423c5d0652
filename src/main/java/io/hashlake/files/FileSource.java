package io.hashlake.files;

import io.hashlake.core.Backoff;
import io.hashlake.core.Cursors;
import io.hashlake.core.StandbyException;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Reads files into batches, each from where it was last committed. Threads may share it, with one thread per file. */
public final class FileSource {

    private static final Logger LOG = Logger.getLogger(FileSource.class);
    private static final long WAIT_MILLIS = 20;

    private final Supplier<List<Hashtag>> followed;
    private final Cursors cursors;
    private final FileSettings settings;
    private final Clock clock;
    private volatile Runnable onBlocked = () -> {};
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Origins whose files are not committed yet. */
    private final Map<String, CompletableFuture<?>> uncommitted = new ConcurrentHashMap<>();

    /** @param followed the hashtags that are followed now: a post belongs to those of them that it carries */
    public FileSource(Supplier<List<Hashtag>> followed, Cursors cursors, FileSettings settings, Clock clock) {
        this.followed = followed;
        this.cursors = cursors;
        this.settings = settings;
        this.clock = clock;
    }

    /** Calls this while a file cannot be read on before earlier batches are committed, which a sink may put off to fill its files. */
    public FileSource whenBlocked(Runnable commitSoon) {
        onBlocked = commitSoon;
        return this;
    }

    /**
     * Reads a file to its end, under the lease of its origin; waits while the cursors are unavailable.
     *
     * @param output takes one batch after the other; the file's cursor moves when the stage it returns, and those of all
     *     batches before, have completed
     * @return completes when all of it is committed; fails if a batch did, and the file has to be read again, or with a {@link
     *     StandbyException} if another process reads it
     */
    public CompletionStage<FileOutcome> read(
            Path path, Function<TweetBatch, CompletionStage<?>> output, ProgressListener listener)
            throws InterruptedException {
        InputFile file;
        try {
            file = InputFile.of(path, clock);
        } catch (UnreadableFileException e) {
            return CompletableFuture.completedFuture(new FileOutcome.Failed(Progress.none(path), e.getMessage()));
        }
        CompletableFuture<FileOutcome> committed = new CompletableFuture<>();
        awaitCommitted(uncommitted.put(file.origin(), committed));
        committed.whenComplete((outcome, failure) -> uncommitted.remove(file.origin(), committed));
        try {
            read(file, new FileOutput(output, onBlocked), listener)
                    .whenComplete((outcome, failure) -> complete(committed, outcome, failure));
            return committed;
        } catch (InterruptedException | RuntimeException e) {
            committed.completeExceptionally(e);
            throw e;
        }
    }

    /** A copy of a file goes on where that one's cursor will stand. */
    private void awaitCommitted(CompletableFuture<?> earlier) throws InterruptedException {
        while (earlier != null && !earlier.isDone() && stopped.getCount() > 0) {
            stopped.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static <T> void complete(CompletableFuture<T> future, T value, Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure);
        }
    }

    private CompletionStage<FileOutcome> read(InputFile file, FileOutput output, ProgressListener listener)
            throws InterruptedException {
        PieceParser parser = new PieceParser(file, followed.get(), clock);
        Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
        while (true) {
            FileReading reading = new FileReading(file, parser, settings, clock, listener);
            try {
                return reading.read(cursors, output, stopped)
                        .whenComplete((outcome, error) -> cursors.release(file.origin()));
            } catch (StandbyException e) {
                cursors.release(file.origin());
                return CompletableFuture.failedFuture(e);
            } catch (UnreadableFileException e) {
                cursors.release(file.origin());
                return CompletableFuture.completedFuture(new FileOutcome.Failed(reading.progress(), e.getMessage()));
            } catch (IOException e) {
                LOG.warnf("Cannot read the cursor of %s; retrying: %s", file.name(), e.getMessage());
                if (stopped.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
                    return CompletableFuture.completedFuture(new FileOutcome.Stopped(reading.progress()));
                }
            }
        }
    }

    /** Lets every file be left where it is, for good; what was handed over may still be committed. */
    public void stop() {
        stopped.countDown();
    }
}
