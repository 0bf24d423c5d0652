package io.hashlake.warehouse.sink;

import io.hashlake.core.TweetBatch;
import io.hashlake.tweet.Tweet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Buffer of what waits for a commit, with one observation per tweet and one state per account. */
final class CommitBuffer {

    /** Row of {@code ops.batch}. */
    record BatchEntry(String origin, String start, String end, int tweets, int rejected) {}

    private final Map<Long, Observation> observations = new HashMap<>();
    private final Map<Long, ObservedAccount> accounts = new HashMap<>();
    private final List<TweetBatch> taken = new ArrayList<>();
    private final List<BatchEntry> batches = new ArrayList<>();
    private long tweets;
    private long rejected;

    void add(TweetBatch batch) {
        taken.add(batch);
        for (Tweet tweet : batch.tweets()) {
            observations.merge(tweet.id(), Observation.of(batch.origin(), tweet), Observation::merge);
            accounts.merge(
                    tweet.author().id(),
                    new ObservedAccount(tweet.author(), tweet.observedAt()),
                    ObservedAccount::newest);
        }
        tweets += batch.tweets().size();
        batches.add(new BatchEntry(
                batch.origin(),
                batch.start(),
                batch.end(),
                batch.tweets().size(),
                batch.rejected().size()));
    }

    /** Returns the origins of the buffered batches. */
    Set<String> origins() {
        return batches.stream().map(BatchEntry::origin).collect(Collectors.toSet());
    }

    /** Forgets what came from these origins; a tweet that came from another one too stays as that one brought it. */
    void remove(Set<String> origins) {
        List<TweetBatch> kept = taken.stream()
                .filter(batch -> !origins.contains(batch.origin()))
                .toList();
        clear();
        kept.forEach(this::add);
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Tweets written, each as often as it was. */
    long tweets() {
        return tweets;
    }

    /** Tweets that were taken out again because they cannot be stored. */
    long rejected() {
        return rejected;
    }

    List<BatchEntry> batches() {
        return batches;
    }

    /** In the order of their ids, in which every sink takes its locks. */
    List<Observation> observations() {
        return observations.values().stream()
                .sorted(Comparator.comparingLong(Observation::id))
                .toList();
    }

    /** The accounts that wrote these tweets, in the order of their ids. */
    List<ObservedAccount> authors(List<Observation> of) {
        Map<Long, ObservedAccount> authors = new TreeMap<>();
        for (Observation observation : of) {
            long id = observation.tweet().author().id();
            authors.put(id, accounts.get(id));
        }
        return List.copyOf(authors.values());
    }

    /** Forgets these tweets; their batches stay. */
    void remove(List<Observation> given) {
        given.forEach(observation -> observations.remove(observation.id()));
        tweets -= given.size();
        rejected += given.size();
    }

    /** Forgets these tweets as if they had never come; their batches stay. */
    void drop(List<Observation> given) {
        given.forEach(observation -> observations.remove(observation.id()));
    }

    void clear() {
        observations.clear();
        accounts.clear();
        taken.clear();
        batches.clear();
        tweets = 0;
        rejected = 0;
    }
}
