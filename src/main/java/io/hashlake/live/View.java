package io.hashlake.live;

import io.hashlake.tweet.Hashtag;
import java.util.Arrays;
import java.util.List;

/**
 * Selection that a client watches. Clients with equal views get the same snapshots.
 *
 * @param hashtags canonical forms in order, once each; empty for all posts
 */
record View(List<String> hashtags, DashboardPeriod period) {

    static final int MAX_HASHTAGS = 8;

    View {
        hashtags = hashtags.stream().distinct().sorted().toList();
        if (hashtags.size() > MAX_HASHTAGS) {
            throw new IllegalArgumentException("hashtags: at most " + MAX_HASHTAGS + " can be watched at once");
        }
    }

    /**
     * Reads the feed's parameters.
     *
     * @param hashtags separated by commas, with or without {@code #}
     * @throws IllegalArgumentException if they make no sense; the message says why
     */
    static View of(String hashtags, String period) {
        return new View(
                Arrays.stream(hashtags.split(","))
                        .map(String::strip)
                        .filter(hashtag -> !hashtag.isEmpty())
                        .map(hashtag -> Hashtag.of(hashtag).canonical())
                        .toList(),
                DashboardPeriod.of(period));
    }
}
