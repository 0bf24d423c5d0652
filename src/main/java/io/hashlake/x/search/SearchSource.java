package io.hashlake.x.search;

import io.hashlake.core.Cursors;
import io.hashlake.core.Origins;
import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.source.Chain;
import io.hashlake.source.Source;
import io.hashlake.source.SourceStatus;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.walk.EmptyAnswers;
import java.io.IOException;
import java.time.Duration;
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
    private final SettlingWindow window = new SettlingWindow();
    private final List<Tweet> collected = new ArrayList<>();
    private final List<Rejected> collectedRejected = new ArrayList<>();
    private final List<Payload> collectedPayloads = new ArrayList<>();
    private SearchCursor cursor;
    private boolean packable;
    private boolean isNew;
    private long skippedFrom;
    private int doubts;
    private long doubtedAt;
    private int staleAnswers;
    private volatile boolean hasLeft;
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
    public Optional<String> search() {
        return Optional.of(query.text());
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

    /** Returns whether the walk is over. */
    boolean believes(boolean empty) {
        return emptyAnswers.believe(empty);
    }

    /** The id above which posts are asked for: it reaches back over the time in which X lists posts late. */
    long above(Duration settling) {
        return settling.isZero() ? cursor.since() : window.above(cursor, settling);
    }

    /** Number of its posts that a walk which reaches back reads again. */
    int unsettled() {
        return window.size();
    }

    /** Returns whether a walk that begins now has to reach back, whatever it costs. */
    boolean isReachingBackDue(Instant now, Duration settling) {
        return window.isDue(now, settling);
    }

    /** A walk begins, or goes on, at this time of X's. */
    void beginWalk(Instant now, boolean reachesBack) {
        window.begin(now, cursor, reachesBack);
    }

    /** Takes up a post; false if that was done before, which only polls that reach back have to know. */
    boolean takes(Tweet tweet, Duration settling) {
        return tweet.id() > above(settling) && (settling.isZero() || window.takes(tweet.id()));
    }

    /** The walk is over, and every post up to {@code floor} was listed in any case. */
    void rest(long floor, Duration settling) {
        SearchCursor rested = cursor.afterWalk(floor);
        window.end(settling, rested.since() > cursor.since());
        cursor = rested;
        doubts = 0;
    }

    /** Notes that the walk found nothing, which is accepted as far back as {@code floor}. */
    void restEmpty(long floor) {
        cursor = cursor.afterWalk(floor);
        window.endEmpty();
        doubts = 0;
    }

    /**
     * Counts a walk that came no further than the one before, although X has not reported the end; returns how many
     * there were in a row.
     */
    int countDoubt() {
        emptyAnswers.forget();
        doubts = cursor.until() == doubtedAt ? doubts + 1 : 1;
        doubtedAt = cursor.until();
        return doubts;
    }

    /** Counts a response that calls the cursor too old; returns how many there were in a row. */
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
    synchronized void prepare(SearchCursor first, Chain.Resumer<SearchCursor> resumer) throws IOException {
        if (hasLeft) {
            throw new IOException("it is not followed any more");
        }
        Chain.Start start = chain.prepare(first, resumer);
        if (start == Chain.Start.GOES_ON) {
            chain.save();
            return;
        }
        isNew = start == Chain.Start.FIRST;
        takeBack();
    }

    /**
     * Ends it: nothing is handed over any more, and what was collected is dropped, as whoever follows its origin next reads it
     * again from the cursor.
     *
     * @return completes when nothing of it is under way any more
     */
    public synchronized CompletionStage<Void> leave() {
        hasLeft = true;
        return chain.whenSettled();
    }

    /** Returns whether the source was removed. */
    public boolean hasLeft() {
        return hasLeft;
    }

    /** Returns whether the source began without a cursor and has handed over nothing since. */
    boolean isNew() {
        return isNew;
    }

    /** Discards what was collected; it will be read again. */
    void takeBack() {
        cursor = chain.position();
        skippedFrom = 0;
        window.forget();
        forget();
    }

    /** Returns whether this process may ask for the source's posts. */
    boolean isHeld() {
        return chain.isHeld();
    }

    /** Returns why the source must be read again from its cursor; null if it need not. */
    Throwable failure() {
        return chain.failure();
    }

    /** Goes on from {@code since}; the caller has declared what lies between, or declares {@link #skipped}. */
    void skipTo(long since) {
        cursor = SearchCursor.restingAt(since);
        window.forget();
    }

    /** Leaves out what lies between its cursor and {@code since}, which is to be declared before anything is handed over. */
    void skipUndeclared(long since) {
        skippedFrom = skippedFrom == 0 ? cursor.since() : skippedFrom;
        cursor = cursor.skippingTo(since);
    }

    /** Returns where the skipped part that is not declared yet begins; 0 if there is none. */
    long skippedFrom() {
        return skippedFrom;
    }

    void skippedIsDeclared() {
        skippedFrom = 0;
    }

    /** Takes up a payload, which is handed on with the posts. */
    void keep(Payload payload) {
        collectedPayloads.add(payload);
    }

    /**
     * Takes up a page's posts, after which its cursor is {@code next}; {@link #handOver} hands them on.
     *
     * @return whether any of it was not taken up before
     */
    boolean collect(List<Tweet> tweets, List<Rejected> rejected, SearchCursor next, Duration settling) {
        List<Rejected> fresh = window.take(rejected);
        if (!next.equals(cursor)) {
            emptyAnswers.forget();
        }
        collected.addAll(tweets);
        collectedRejected.addAll(fresh);
        cursor = next;
        staleAnswers = 0;
        if (cursor.isWalking()) {
            window.prune(cursor, settling);
        }
        return !tweets.isEmpty() || !fresh.isEmpty();
    }

    /**
     * Hands on what was collected as one batch; without posts only if the cursor has come to rest elsewhere.
     *
     * @param listedAt when the posts before which the cursor rests, if it does, had all been listed
     */
    synchronized void handOver(Instant listedAt) {
        if (hasLeft) {
            return;
        }
        boolean hasContent = !collected.isEmpty() || !collectedRejected.isEmpty() || !collectedPayloads.isEmpty();
        boolean isWalking = cursor.isWalking();
        if (hasContent && !isWalking && cursor.equals(chain.position())) {
            // Late posts alone: no two batches may start at the same position.
            cursor = SearchCursor.restingAt(cursor.since() + 1);
            window.bump();
        }
        if (cursor.equals(chain.position()) || !hasContent && isWalking || skippedFrom > 0) {
            return;
        }
        TweetBatch batch = new TweetBatch(
                name, chain.position().toString(), cursor.toString(), collected, collectedRejected, collectedPayloads);
        forget();
        isNew = false;
        chain.handOver(cursor, isWalking ? null : listedAt, () -> deliver(batch));
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
        return tweet.followedBy(query.hashtagsOf(tweet));
    }

    @Override
    public CompletionStage<?> deliver(TweetBatch batch) {
        return output.apply(batch);
    }
}
