package io.hashlake.files;

import io.hashlake.core.Cursors;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Where batches go in tests: commits each at once, or fails, or is killed. */
final class RecordingOutput implements Function<TweetBatch, CompletionStage<?>> {

    final List<TweetBatch> batches = new CopyOnWriteArrayList<>();
    /** Which batch fails, counted from 1; 0 for none. */
    volatile int failing;

    private int taken;

    @Override
    public synchronized CompletionStage<?> apply(TweetBatch batch) {
        if (++taken == failing) {
            return CompletableFuture.failedFuture(new IllegalStateException("out"));
        }
        batches.add(batch);
        return CompletableFuture.completedFuture(null);
    }

    /** Reads until a process that is killed before it commits its n-th batch ends, and returns what it has committed. */
    List<Long> killedAt(int batch, Path file, Cursors cursors, FileSettings settings) throws InterruptedException {
        FileSource source = new FileSource(List::of, cursors, settings, Clock.systemUTC());
        source.read(
                file,
                given -> {
                    if (batches.size() + 1 >= batch) {
                        source.stop();
                        return new CompletableFuture<>();
                    }
                    return apply(given);
                },
                progress -> {});
        return new ArrayList<>(ids());
    }

    List<Tweet> tweets() {
        return batches.stream().flatMap(batch -> batch.tweets().stream()).toList();
    }

    List<Long> ids() {
        return tweets().stream().map(Tweet::id).toList();
    }

    List<Rejected> rejected() {
        return batches.stream().flatMap(batch -> batch.rejected().stream()).toList();
    }
}
