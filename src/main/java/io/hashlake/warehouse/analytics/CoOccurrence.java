package io.hashlake.warehouse.analytics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Number of selected posts that also carry another hashtag. */
@Schema(description = "How many of the posts carry another hashtag too")
public record CoOccurrence(String hashtag, String text, long posts) {}
