package io.hashlake.api;

import io.hashlake.warehouse.analytics.Totals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Posts by sentiment.
 *
 * @param unknown posts in a language without lexicon
 * @param meanPolarity from −1 to 1; null where no post has a sentiment
 */
@Schema(description = "Posts by sentiment")
public record SentimentShares(
        long posts,
        long negative,
        long neutral,
        long positive,

        @Schema(description = "In a language without lexicon")
        long unknown,

        @Schema(nullable = true) Double meanPolarity) {

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
