package io.hashlake.warehouse.analytics;

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
public record Totals(
        long posts,
        long authors,
        long reach,
        long engagement,
        long negative,
        long neutral,
        long positive,
        Double meanPolarity) {}
