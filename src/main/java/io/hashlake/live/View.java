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
     * @throws IllegalArgumentException if they make no sense; the message says why
     */
    static View of(String hashtags, String period) {
        return new View(hashtags(hashtags), DashboardPeriod.of(period));
    }

    /**
     * Reads hashtags that are separated by commas, with or without {@code #}.
     *
     * @throws IllegalArgumentException if one is none; the message says why
     */
    static List<String> hashtags(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(hashtag -> !hashtag.isEmpty())
                .map(View::canonical)
                .toList();
    }

    private static String canonical(String text) {
        Hashtag hashtag = Hashtag.of(text);
        if (!hashtag.isWellFormed()) {
            throw new IllegalArgumentException("hashtags: " + text
                    + " is none: allowed are letters, digits and _, because X ends a hashtag at any other sign");
        }
        return hashtag.canonical();
    }
}
