package io.hashlake.warehouse.analytics;

/** What the posts with one hashtag amount to. */
public record HashtagTotals(String hashtag, String text, Totals totals) {}
