package io.hashlake.warehouse.analytics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Totals over a selection of posts.
 *
 * @param posts posts, once each however many of the hashtags they carry
 * @param authors accounts that wrote them
 * @param reach followers of these accounts, each account's largest number once
 * @param engagement retweets, replies, likes and quotes of the posts
 * @param negative posts of this sentiment; those in a language without lexicon are of none
 * @param meanPolarity from −1 to 1; null where no post has a sentiment
 */
@Schema(description = "What a selection of posts amounts to")
public record Totals(
        long posts,
        @Schema(description = "Accounts that wrote them") long authors,
        @Schema(description = "Followers of these accounts") long reach,

        @Schema(description = "Retweets, replies, likes and quotes")
        long engagement,

        long negative,
        long neutral,
        long positive,

        @Schema(description = "From -1 to 1", nullable = true)
        Double meanPolarity) {}
