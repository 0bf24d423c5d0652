package io.hashlake.warehouse.analytics;

/** How many of the selected posts carry another hashtag too. */
public record CoOccurrence(String hashtag, String text, long posts) {}
