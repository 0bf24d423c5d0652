package io.hashlake.core;

import io.hashlake.tweet.Tweet;
import java.util.List;

/**
 * The unit of work: what one source delivers at once. Batches of one origin form a chain: each starts where the one before
 * it ended.
 *
 * @param origin the source's name, or topic and partition; letters, digits, {@code . _ -}, at most 150 bytes: it
 *     becomes part of file names
 * @param start the origin's position before this batch; it may be read again from here
 * @param end the position after it; stored as the origin's cursor once every sink has committed the batch
 * @param tweets may be empty: such a batch only moves the cursor
 * @param rejected what of this stretch could not be made a tweet, for the dead letter
 * @param payloads what was received, as it was received; empty where nobody keeps it
 */
public record TweetBatch(
        String origin, String start, String end, List<Tweet> tweets, List<Rejected> rejected, List<Payload> payloads) {

    public TweetBatch {
        Origins.require(origin);
        requirePosition("start", start);
        requirePosition("end", end);
        tweets = List.copyOf(tweets);
        rejected = List.copyOf(rejected);
        payloads = List.copyOf(payloads);
    }

    /** A batch without the payloads as received. */
    public TweetBatch(String origin, String start, String end, List<Tweet> tweets, List<Rejected> rejected) {
        this(origin, start, end, tweets, rejected, List.of());
    }

    /** The same stretch, with these tweets instead. */
    public TweetBatch withTweets(List<Tweet> others) {
        return new TweetBatch(origin, start, end, others, rejected, payloads);
    }

    /** The same stretch, without what was delivered in it. */
    public TweetBatch withoutContent() {
        return new TweetBatch(origin, start, end, List.of(), List.of());
    }

    private static void requirePosition(String name, String position) {
        if (position == null || position.isEmpty()) {
            throw new IllegalArgumentException("a batch needs a " + name + " position");
        }
    }
}
