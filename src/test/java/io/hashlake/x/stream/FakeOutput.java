package io.hashlake.x.stream;

import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Takes batches, as fast as a test lets it, and remembers them. */
public final class FakeOutput {

    public final List<TweetBatch> batches = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Void>> open = new CopyOnWriteArrayList<>();
    final Semaphore room = new Semaphore(1_000_000);
    volatile boolean committing = true;

    public CompletionStage<?> take(TweetBatch batch) {
        room.acquireUninterruptibly();
        batches.add(batch);
        if (committing) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> commit = new CompletableFuture<>();
        open.add(commit);
        return commit;
    }

    List<Tweet> tweets() {
        List<Tweet> all = new ArrayList<>();
        batches.forEach(batch -> all.addAll(batch.tweets()));
        return all;
    }

    List<Long> ids() {
        return tweets().stream().map(Tweet::id).toList();
    }
}
