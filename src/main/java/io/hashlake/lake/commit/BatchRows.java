package io.hashlake.lake.commit;

import io.hashlake.core.Rejected;
import io.hashlake.core.TweetBatch;
import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.Partition;
import io.hashlake.tweet.Tweet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch as the lake sees it: the tweets that it can store, with the partitions of each, and those that it cannot.
 */
record BatchRows(List<Row> stored, List<Rejected> rejected) {

    /** Engines differ on times outside of four-digit years. */
    private static final Rejected.Stage STAGE = new Rejected.Stage(LakeSink.NAME);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    record Row(Tweet tweet, List<Partition> partitions) {}

    static BatchRows of(TweetBatch batch, ObjectStore store, Instant now) {
        List<Row> stored = new ArrayList<>(batch.tweets().size());
        List<Rejected> rejected = new ArrayList<>();
        for (Tweet tweet : batch.tweets()) {
            try {
                requireStorable(tweet);
                requireNameable(tweet, store);
                stored.add(new Row(tweet, Partition.of(tweet)));
            } catch (IllegalArgumentException e) {
                rejected.add(new Rejected(now, batch.origin(), STAGE, e.getMessage(), tweet));
            }
        }
        return new BatchRows(stored, rejected);
    }

    private static void requireStorable(Tweet tweet) {
        requireTime("created_at", tweet.createdAt());
        requireTime("observed_at", tweet.observedAt());
        if (tweet.author().createdAt() != null) {
            requireTime("author_created_at", tweet.author().createdAt());
        }
        if (tweet.author().profile() == null || tweet.author().counts() == null) {
            throw new IllegalArgumentException("the author's profile or counts are missing");
        }
    }

    private static void requireNameable(Tweet tweet, ObjectStore store) {
        for (String hashtag : tweet.followed()) {
            if (!store.canName(hashtag)) {
                throw new IllegalArgumentException("the file system's encoding has no directory name for the hashtag '"
                        + hashtag + "': start with LC_ALL=C.UTF-8 in the environment");
            }
        }
    }

    private static void requireTime(String column, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(column + " is " + time + ", but only the years 1 to 9999 can be stored");
        }
    }
}
