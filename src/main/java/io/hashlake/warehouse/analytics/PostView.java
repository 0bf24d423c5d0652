package io.hashlake.warehouse.analytics;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A post for a reader; counts that X did not give are null.
 *
 * @param language X's, or else the detected one
 * @param supersededBy the newest known version, where this one was edited; null for the newest
 * @param added values of the fields that came later, by their names; in JSON they stand beside the others
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
        Instant observedAt,
        @JsonAnyGetter Map<String, Object> added) {

    /** Names of the values in {@code added}, in their order. */
    public static final List<String> ADDED = AddedValues.names();
}
