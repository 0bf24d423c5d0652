package io.hashlake.warehouse.analytics;

/** Number of selected posts that also carry another hashtag. */
public record CoOccurrence(String hashtag, String text, long posts) {}
