package io.hashlake.x.stream;

import io.hashlake.core.Origins;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Chain;
import io.hashlake.source.Source;
import io.hashlake.source.SourceStatus;
import io.hashlake.source.StatusLog;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.query.SearchQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One thing that is followed by a stream. Its position is a {@link StreamPosition}.
 */
public final class StreamSource implements Source {

    /**
     * The rule through which it is followed.
     *
     * @param goneSince it may have been missing since then
     * @param appliesFrom from then on its posts come
     */
    record Following(String ruleId, Instant goneSince, Instant appliesFrom) {}

    private final String name;
    private final SearchQuery query;
    private final Function<TweetBatch, CompletionStage<?>> output;
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private volatile Following following;
    private volatile Chain<?> chain;
    private volatile SourceStatus status = new SourceStatus.Starting();

    private StreamSource(String name, SearchQuery query, Function<TweetBatch, CompletionStage<?>> output) {
        this.name = Origins.require(name);
        this.query = query;
        this.output = output;
    }

    /**
     * Creates a source of the posts that match a query.
     *
     * @param name the origin of its batches
     * @param output takes one batch after the other; the cursor moves when the stage it returns, and those of all batches
     *     before, have completed. It may block, which holds the whole stream up
     */
    public static StreamSource filtered(
            String name, SearchQuery query, Function<TweetBatch, CompletionStage<?>> output) {
        return new StreamSource(name, query, output);
    }

    /** X's sample of all posts. */
    public static StreamSource sample(String name, Function<TweetBatch, CompletionStage<?>> output) {
        return new StreamSource(name, null, output);
    }

    @Override
    public String name() {
        return name;
    }

    /** Empty for the sample, and for a rule that is longer than search allows. */
    @Override
    public Optional<String> search() {
        return Optional.ofNullable(query)
                .filter(rule -> length(rule) <= SearchQuery.DEFAULT_LIMIT)
                .map(SearchQuery::text);
    }

    @Override
    public boolean givesReposts() {
        return true;
    }

    @Override
    public List<Hashtag> hashtags() {
        return query == null ? List.of() : query.hashtags();
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

    /**
     * Returns the tweet marked as followed for those of the query's hashtags that it has. Where none can be seen, a
     * quoted post has them, and all are taken.
     */
    @Override
    public Tweet claim(Tweet tweet) {
        List<Hashtag> own = hashtags();
        if (own.isEmpty()) {
            return tweet;
        }
        List<String> seen = query.hashtagsOf(tweet);
        return tweet.followedBy(
                seen.isEmpty() ? own.stream().map(Hashtag::canonical).toList() : seen);
    }

    @Override
    public CompletionStage<?> deliver(TweetBatch batch) {
        return output.apply(batch);
    }

    String rule() {
        return query.text();
    }

    int ruleLength() {
        return length(query);
    }

    boolean matches(Tweet tweet) {
        return query.matches(tweet);
    }

    boolean isStopped() {
        return status instanceof SourceStatus.Stopped;
    }

    void report(SourceStatus now) {
        StatusLog.changed(name, status, now);
        status = now;
    }

    Following following() {
        return following;
    }

    void follow(Following rule) {
        following = rule;
    }

    /** Completes when it is not followed any more and nothing of it is under way. */
    CompletionStage<Void> whenLeft() {
        return left;
    }

    /** Nothing of it is handed over any more. */
    void leave() {
        Chain<?> last = chain;
        if (last == null) {
            left.complete(null);
        } else {
            last.whenSettled().thenRun(() -> left.complete(null));
        }
    }

    void progress(Chain<?> now) {
        chain = now;
    }

    private static int length(SearchQuery query) {
        return query.text().codePointCount(0, query.text().length());
    }
}
