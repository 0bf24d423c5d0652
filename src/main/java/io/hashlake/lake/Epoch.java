package io.hashlake.lake;

import io.hashlake.tweet.Tweet;
import io.hashlake.tweet.TweetBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one origin delivered since the last commit. The tweets themselves wait, not their encoded rows: a tweet that stands
 * in several partitions is held once.
 */
final class Epoch {

    /** What a tweet's records, lists and shorter texts take on the heap: measured with an author of its own each. */
    private static final int TWEET_BYTES = 1_200;

    private final String origin;
    private final String start;
    private final Instant since;
    private final Map<Partition, List<Tweet>> rows = new LinkedHashMap<>();
    private String firstRows;
    private String end;
    private long rowCount;
    private long duplicates;
    private long bytes;

    Epoch(TweetBatch first, Instant since) {
        this.origin = first.origin();
        this.start = first.start();
        this.since = since;
    }

    String origin() {
        return origin;
    }

    String start() {
        return start;
    }

    /** Its start as an intent tells it: batches without rows in front do not count where the cursor has passed them. */
    String start(Optional<String> cursor) {
        return cursor.equals(Optional.of(firstRows)) ? firstRows : start;
    }

    String end() {
        return end;
    }

    /** When its first batch came. */
    Instant since() {
        return since;
    }

    long rowCount() {
        return rowCount;
    }

    long duplicates() {
        return duplicates;
    }

    /** Memory that its tweets take, estimated. */
    long bytes() {
        return bytes;
    }

    /** Takes in the batch's stretch; its rows follow. */
    void extend(TweetBatch batch) {
        if (rowCount == 0) {
            firstRows = batch.start();
        }
        end = batch.end();
    }

    /** @param partitions those that do not have the tweet yet */
    void add(Tweet tweet, List<Partition> partitions) {
        for (Partition partition : partitions) {
            rows.computeIfAbsent(partition, absent -> new ArrayList<>()).add(tweet);
        }
        rowCount += partitions.size();
        bytes += partitions.isEmpty() ? 0 : size(tweet);
    }

    void addDuplicates(int count) {
        duplicates += count;
    }

    private static long size(Tweet tweet) {
        String description = tweet.author().profile().description();
        int characters = tweet.text().length() + (description == null ? 0 : description.length());
        return TWEET_BYTES + (long) Character.BYTES * characters;
    }

    Stream<Tweet> tweets(Partition partition) {
        return rows.getOrDefault(partition, List.of()).stream();
    }

    /** The files that these rows become. */
    List<DataFile> files(long ordinal) {
        return rows.entrySet().stream()
                .map(entry -> DataFile.of(this, ordinal, entry.getKey(), entry.getValue()))
                .toList();
    }
}
