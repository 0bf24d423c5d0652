package io.hashlake.simulator.truth;

import io.hashlake.tweet.Metrics;
import java.time.Instant;
import java.util.List;

/**
 * Ground truth about a post, to compare with what arrived.
 *
 * @param hashtags canonical forms, once each, in the order of the text; of a long post those of the whole text
 * @param deletedAt when it is, or will be, deleted; {@link Instant#MAX} if never
 * @param timesServed in how many items of answers that were sent whole and unspoilt it stood
 * @param lastServed the time for which it was last served; null if it never was
 * @param lastMetrics what was last served as its counts; null if it never was
 */
public record TruePost(
        long id,
        Instant createdAt,
        List<String> hashtags,
        Instant deletedAt,
        int timesServed,
        Instant lastServed,
        Metrics lastMetrics) {

    public TruePost {
        hashtags = List.copyOf(hashtags);
    }
}
