package io.hashlake.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hashlake.tweet.Rejected;
import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch as the lake sees it: the tweets that it can store, with the partitions of each, and those that it cannot.
 */
record Rows(List<Row> stored, List<Rejected> rejected) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Engines differ on times outside of four-digit years. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    record Row(Tweet tweet, List<Partition> partitions) {}

    static Rows of(TweetBatch batch, Instant now) {
        List<Row> stored = new ArrayList<>(batch.tweets().size());
        List<Rejected> rejected = new ArrayList<>();
        for (Tweet tweet : batch.tweets()) {
            try {
                requireStorable(tweet);
                stored.add(new Row(tweet, Partition.of(tweet)));
            } catch (IllegalArgumentException e) {
                rejected.add(new Rejected(now, batch.origin(), Rejected.Stage.LAKE, e.getMessage(), payload(tweet)));
            }
        }
        return new Rows(stored, rejected);
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

    private static void requireTime(String column, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(column + " is " + time + ", but only the years 1 to 9999 can be stored");
        }
    }

    private static String payload(Tweet tweet) {
        try {
            return JSON.writeValueAsString(tweet);
        } catch (JsonProcessingException e) {
            return tweet.toString();
        }
    }
}
