package io.hashlake.bluesky;

import io.hashlake.core.Origins;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Chain;
import io.hashlake.source.Source;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.StatusLog;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One hashtag that is followed on Bluesky. Its position is a {@link JetstreamPosition}. */
public final class BlueskySource implements Source {

    private final String name;
    private final Hashtag hashtag;
    private final Function<TweetBatch, CompletionStage<?>> output;
    private volatile Chain<?> chain;
    private volatile SourceStatus status = new SourceStatus.Starting();

    /**
     * @param name the origin of its batches
     * @param output takes one batch after the other; the cursor moves when the stage it returns, and those of all batches
     *     before, have completed. It may block, which holds the whole stream up
     */
    public BlueskySource(String name, Hashtag hashtag, Function<TweetBatch, CompletionStage<?>> output) {
        this.name = Origins.require(name);
        this.hashtag = hashtag;
        this.output = output;
    }

    @Override
    public String name() {
        return name;
    }

    /** No search of X finds these posts, so its gaps cannot be filled. */
    @Override
    public Optional<String> search() {
        return Optional.empty();
    }

    @Override
    public List<Hashtag> hashtags() {
        return List.of(hashtag);
    }

    @Override
    public SourceStatus status() {
        return status;
    }

    @Override
    public Instant caughtUpAt() {
        Chain<?> current = chain;
        return current == null ? null : current.caughtUpAt();
    }

    @Override
    public Tweet claim(Tweet tweet) {
        return tweet.followedBy(List.of(hashtag.canonical()));
    }

    @Override
    public CompletionStage<?> deliver(TweetBatch batch) {
        return output.apply(batch);
    }

    boolean follows(List<Hashtag> hashtags) {
        return hashtags.stream().anyMatch(other -> other.canonical().equals(hashtag.canonical()));
    }

    void report(SourceStatus now) {
        StatusLog.changed(name, status, now);
        status = now;
    }

    void progress(Chain<?> now) {
        chain = now;
    }

    boolean isStopped() {
        return status instanceof SourceStatus.Stopped;
    }

    /** Completes when nothing of it is under way any more. */
    CompletionStage<Void> whenSettled() {
        Chain<?> last = chain;
        return last == null ? CompletableFuture.completedFuture(null) : last.whenSettled();
    }
}
