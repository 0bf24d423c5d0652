package io.hashlake.files;

import io.hashlake.core.Payload;
import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.util.ArrayList;
import java.util.List;

/** A batch while it is gathered. */
final class BatchDraft {

    /** A batch without tweets is handed over too: it moves the cursor. */
    private static final long MAX_BYTES = 32 << 20;

    private final String origin;
    private final String start;
    private final List<Tweet> tweets = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>(0);
    private final List<Payload> payloads = new ArrayList<>(0);
    private long bytes;

    BatchDraft(String origin, FilePosition start) {
        this.origin = origin;
        this.start = start.toString();
    }

    void add(Tweet tweet) {
        tweets.add(tweet);
    }

    void add(Rejected one) {
        rejected.add(one);
        bytes += one.payload().length();
    }

    void add(Payload payload) {
        payloads.add(payload);
    }

    /** Adds bytes that were read for the batch. */
    void count(long length) {
        bytes += length;
    }

    boolean isFull(int enough) {
        return tweets.size() + rejected.size() >= enough || bytes >= MAX_BYTES;
    }

    boolean isEmpty() {
        return bytes == 0 && rejected.isEmpty();
    }

    TweetBatch end(FilePosition end) {
        return new TweetBatch(origin, start, end.toString(), tweets, rejected, payloads);
    }
}
