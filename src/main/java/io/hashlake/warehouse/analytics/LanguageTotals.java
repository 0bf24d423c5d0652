package io.hashlake.warehouse.analytics;

/** What the posts in one language amount to; the language is null where unknown. */
public record LanguageTotals(String language, Totals totals) {}
