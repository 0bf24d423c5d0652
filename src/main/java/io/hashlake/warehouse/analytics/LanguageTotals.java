package io.hashlake.warehouse.analytics;

/** Totals over the posts in one language; the language is null where unknown. */
public record LanguageTotals(String language, Totals totals) {}
