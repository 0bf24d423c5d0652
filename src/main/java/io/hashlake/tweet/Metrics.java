package io.hashlake.tweet;

/**
 * Engagement counts of a tweet when it was observed. A count that the source did not give is {@link #UNKNOWN}, which
 * sinks store as null.
 */
public record Metrics(long retweets, long replies, long likes, long quotes, long bookmarks, long impressions) {

    /** A count that the source did not give. */
    public static final long UNKNOWN = -1;

    public static final Metrics NONE = new Metrics(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    public Metrics {
        requireCount("retweets", retweets);
        requireCount("replies", replies);
        requireCount("likes", likes);
        requireCount("quotes", quotes);
        requireCount("bookmarks", bookmarks);
        requireCount("impressions", impressions);
    }

    private static void requireCount(String name, long count) {
        if (count < UNKNOWN) {
            throw new IllegalArgumentException(name + " is " + count + ", but a count is 0 or more");
        }
    }
}
