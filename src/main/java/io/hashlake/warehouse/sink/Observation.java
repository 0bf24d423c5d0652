package io.hashlake.warehouse.sink;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.Tweet;
import io.hashlake.warehouse.jdbc.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All observations of one tweet that wait for a commit, as one.
 *
 * @param origin whose input the first of them was
 * @param tweet the newest of them, with the followed and the written hashtags of all; of two of the same moment with the known
 *     counts
 * @param firstSeenAt when the oldest was received
 */
record Observation(String origin, Tweet tweet, Instant firstSeenAt) {

    static Observation of(String origin, Tweet tweet) {
        return new Observation(origin, tweet, tweet.observedAt());
    }

    long id() {
        return tweet.id();
    }

    /** This observation and a later arrived one of the same tweet. */
    Observation merge(Observation other) {
        int order = Times.compare(other.tweet.observedAt(), tweet.observedAt());
        Tweet newest = order > 0 ? other.tweet : tweet;
        Tweet merged = newest.toBuilder()
                .metrics(order == 0 ? known(tweet.metrics(), other.tweet.metrics()) : newest.metrics())
                .entities(newest.entities().withHashtags(union(hashtags(), other.hashtags())))
                .followed(unionOfNames(tweet.followed(), other.tweet.followed()))
                .build();
        Instant first = firstSeenAt.isBefore(other.firstSeenAt) ? firstSeenAt : other.firstSeenAt;
        return new Observation(origin, merged, first);
    }

    private List<Hashtag> hashtags() {
        return tweet.entities().hashtags();
    }

    private static Metrics known(Metrics one, Metrics other) {
        return new Metrics(
                Math.max(one.retweets(), other.retweets()),
                Math.max(one.replies(), other.replies()),
                Math.max(one.likes(), other.likes()),
                Math.max(one.quotes(), other.quotes()),
                Math.max(one.bookmarks(), other.bookmarks()),
                Math.max(one.impressions(), other.impressions()));
    }

    private static List<Hashtag> union(List<Hashtag> one, List<Hashtag> other) {
        if (one.equals(other)) {
            return one;
        }
        TreeMap<String, Hashtag> union = new TreeMap<>();
        one.forEach(hashtag -> union.put(hashtag.canonical(), hashtag));
        other.forEach(hashtag -> union.putIfAbsent(hashtag.canonical(), hashtag));
        return List.copyOf(union.values());
    }

    private static List<String> unionOfNames(List<String> one, List<String> other) {
        if (one.equals(other)) {
            return one;
        }
        TreeSet<String> union = new TreeSet<>(one);
        union.addAll(other);
        return new ArrayList<>(union);
    }
}
