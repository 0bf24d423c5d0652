package io.hashlake.x;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Origins;
import io.hashlake.tweet.Payload;
import io.hashlake.tweet.Rejected;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetBatch;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One search that is followed: its query, its cursor, and where its batches go. */
public final class SearchSource implements Source {

    private final String name;
    private final SearchQuery query;
    private final Function<TweetBatch, CompletionStage<?>> output;
    private final Chain<SearchCursor> chain;
    private final EmptyAnswers emptyAnswers = new EmptyAnswers();
    private final List<Tweet> collected = new ArrayList<>();
    private final List<Rejected> collectedRejected = new ArrayList<>();
    private final List<Payload> collectedPayloads = new ArrayList<>();
    private SearchCursor cursor;
    private boolean packable;
    private int staleAnswers;
    private volatile SourceStatus status = new SourceStatus.Starting();

    /**
     * @param name the origin of its batches
     * @param output takes one batch after the other; the cursor moves when the stage it returns, and those of all batches
     *     before, have completed
     */
    public SearchSource(
            String name, SearchQuery query, Cursors cursors, Function<TweetBatch, CompletionStage<?>> output) {
        this.name = Origins.require(name);
        this.query = query;
        this.chain = new Chain<>(name, cursors);
        this.output = output;
        this.packable = query.isPackable();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<SearchQuery> search() {
        return Optional.of(query);
    }

    @Override
    public List<Hashtag> hashtags() {
        return query.hashtags();
    }

    @Override
    public SourceStatus status() {
        return status;
    }

    @Override
    public Instant caughtUpAt() {
        return status instanceof SourceStatus.Running running && chain.isCommitted()
                ? running.polledAt()
                : chain.caughtUpAt();
    }

    SearchQuery query() {
        return query;
    }

    SearchCursor cursor() {
        return cursor;
    }

    boolean isPackable() {
        return packable;
    }

    boolean isStopped() {
        return status instanceof SourceStatus.Stopped;
    }

    void report(SourceStatus now) {
        status = now;
    }

    /** From now on it is asked for alone, since an answer to several could not be told apart. */
    void askAlone() {
        packable = false;
    }

    /** Whether the walk is over. */
    boolean believes(boolean empty) {
        return emptyAnswers.believe(empty);
    }

    /** The walk is over, and every post up to {@code floor} was listed in any case. */
    void rest(long floor) {
        cursor = cursor.afterWalk(floor);
    }

    /** How often in a row X has called its cursor too old. */
    int countStaleAnswer() {
        return ++staleAnswers;
    }

    /**
     * Makes it ready to be polled: reads the cursor at the start and after a failed batch.
     *
     * @param first where it begins if it has no cursor yet
     * @param resumer is asked where it goes on from its cursor
     * @throws IOException if it cannot be made ready now
     */
    void prepare(SearchCursor first, Chain.Resumer<SearchCursor> resumer) throws IOException {
        if (chain.prepare(first, resumer) == Chain.Start.GOES_ON) {
            chain.save();
            return;
        }
        cursor = chain.position();
        forget();
    }

    /** Whether this process may ask for its posts. */
    boolean isHeld() {
        return chain.isHeld();
    }

    /** Why it must be read again from its cursor; null if it need not. */
    Throwable failure() {
        return chain.failure();
    }

    /** Leaves out what lies between its cursor and {@code since}; the caller has declared the gap. */
    void skipTo(long since) {
        cursor = SearchCursor.restingAt(since);
    }

    /** Takes up what was received, for whoever keeps it; it is handed on with the posts. */
    void keep(Payload payload) {
        collectedPayloads.add(payload);
    }

    /** Takes up a stretch of posts, after which its cursor is {@code next}; {@link #handOver} hands them on. */
    void collect(List<Tweet> tweets, List<Rejected> rejected, SearchCursor next) {
        collected.addAll(tweets);
        collectedRejected.addAll(rejected);
        cursor = next;
        staleAnswers = 0;
    }

    /**
     * Hands on what was collected as one batch; without posts only if the cursor has come to rest elsewhere.
     *
     * @param listedAt when the posts before which the cursor rests, if it does, had all been listed
     */
    void handOver(Instant listedAt) {
        boolean hasContent = !collected.isEmpty() || !collectedRejected.isEmpty() || !collectedPayloads.isEmpty();
        if (cursor.equals(chain.position()) || !hasContent && cursor.isWalking()) {
            return;
        }
        TweetBatch batch = new TweetBatch(
                name, chain.position().toString(), cursor.toString(), collected, collectedRejected, collectedPayloads);
        forget();
        chain.handOver(cursor, cursor.isWalking() ? null : listedAt, () -> deliver(batch));
    }

    private void forget() {
        collected.clear();
        collectedRejected.clear();
        collectedPayloads.clear();
    }

    @Override
    public Tweet claim(Tweet tweet) {
        List<Hashtag> own = query.hashtags();
        if (own.size() == 1) {
            return tweet.followedBy(List.of(own.get(0).canonical()));
        }
        return tweet.followedBy(tweet.entities().canonicalOf(own));
    }

    @Override
    public CompletionStage<?> deliver(TweetBatch batch) {
        return output.apply(batch);
    }
}
