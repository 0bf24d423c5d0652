package io.hashlake.warehouse.analytics;

import java.time.Instant;
import java.util.List;

/**
 * Which posts are listed; each null or empty part does not narrow.
 *
 * @param hashtags canonical forms; a post carries any of them
 * @param text words that the text contains, in letters of any case
 * @param author user name without {@code @}, in letters of any case
 * @param language as {@link PostView#language}
 * @param sentiment negative, neutral or positive
 * @param before only posts whose (time, id) come before this position; null for the newest
 */
public record PostFilter(
        List<String> hashtags,
        String text,
        String author,
        String language,
        String sentiment,
        Instant from,
        Instant to,
        Position before) {

    /** Where a page ended: the last post's time and id. */
    public record Position(Instant createdAt, long id) {}

    public PostFilter {
        hashtags = List.copyOf(hashtags);
    }
}
