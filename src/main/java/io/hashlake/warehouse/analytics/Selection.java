package io.hashlake.warehouse.analytics;

import java.time.Instant;
import java.util.List;

/**
 * Posts with any of some hashtags, written in a period.
 *
 * @param hashtags canonical forms, once each, at most {@link Limits#MAX_HASHTAGS}; empty for all posts
 * @param from first moment
 * @param to first moment after it
 */
public record Selection(List<String> hashtags, Instant from, Instant to) {

    /** @throws IllegalArgumentException if the period is empty or a limit is exceeded */
    public Selection {
        hashtags = Limits.hashtags(hashtags);
        Limits.period(from, to);
    }
}
