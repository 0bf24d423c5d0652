package io.hashlake.warehouse.analytics;

/** Totals over the posts with one hashtag. */
public record HashtagTotals(String hashtag, String text, Totals totals) {}
