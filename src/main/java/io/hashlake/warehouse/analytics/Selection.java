package io.hashlake.warehouse.analytics;

import java.time.Instant;
import java.util.List;

/**
 * Posts with any of some hashtags, written in a period.
 *
 * @param hashtags canonical forms, once each; empty for all posts
 * @param from first moment
 * @param to first moment after it
 */
public record Selection(List<String> hashtags, Instant from, Instant to) {

    public Selection {
        hashtags = hashtags.stream().distinct().sorted().toList();
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "the period from " + from + " to " + to + " is empty: 'from' comes before 'to'");
        }
    }
}
