package io.hashlake.warehouse.analytics;

/** Posts and their sentiments; those in a language without lexicon are of none. */
public record Counts(long posts, long negative, long neutral, long positive) {

    static Counts of(Totals totals) {
        return new Counts(totals.posts(), totals.negative(), totals.neutral(), totals.positive());
    }
}
