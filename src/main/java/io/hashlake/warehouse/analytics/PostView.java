package io.hashlake.warehouse.analytics;

import java.time.Instant;
import java.util.List;

/**
 * A post for a reader; counts that X did not give are null.
 *
 * @param language X's, or else the detected one
 * @param supersededBy the newest known version, where this one was edited; null for the newest
 */
public record PostView(
        long id,
        Instant createdAt,
        long authorId,
        String username,
        String name,
        Boolean verified,
        String text,
        String language,
        List<String> hashtags,
        Long retweets,
        Long replies,
        Long likes,
        Long quotes,
        Long impressions,
        Double polarity,
        String sentiment,
        Long supersededBy,
        Instant observedAt) {}
