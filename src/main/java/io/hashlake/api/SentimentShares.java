package io.hashlake.api;

import io.hashlake.warehouse.analytics.Totals;

/**
 * Posts by sentiment.
 *
 * @param unknown posts in a language without lexicon
 * @param meanPolarity from −1 to 1; null where no post has a sentiment
 */
public record SentimentShares(
        long posts, long negative, long neutral, long positive, long unknown, Double meanPolarity) {

    static SentimentShares of(Totals totals) {
        long known = totals.negative() + totals.neutral() + totals.positive();
        return new SentimentShares(
                totals.posts(),
                totals.negative(),
                totals.neutral(),
                totals.positive(),
                totals.posts() - known,
                totals.meanPolarity());
    }
}
