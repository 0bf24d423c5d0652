package io.hashlake.warehouse.analytics;

/** Number of posts in one language; the language is null where unknown. */
public record LanguageCounts(String language, Counts totals) {

    static LanguageCounts of(LanguageTotals language) {
        return new LanguageCounts(language.language(), Counts.of(language.totals()));
    }
}
