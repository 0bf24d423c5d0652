package io.hashlake.warehouse.analytics;

/** Number of posts that carry one hashtag. */
public record HashtagCounts(String hashtag, String text, Counts totals) {

    static HashtagCounts of(HashtagTotals hashtag) {
        return new HashtagCounts(hashtag.hashtag(), hashtag.text(), Counts.of(hashtag.totals()));
    }
}
