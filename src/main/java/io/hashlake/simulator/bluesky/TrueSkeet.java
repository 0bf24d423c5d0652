package io.hashlake.simulator.bluesky;

import java.time.Instant;
import java.util.List;

/**
 * Ground truth about a post.
 *
 * @param hashtags canonical forms
 * @param isDeleted whether its author deletes it
 */
public record TrueSkeet(String uri, Instant seenAt, String text, List<String> hashtags, boolean isDeleted) {

    public TrueSkeet {
        hashtags = List.copyOf(hashtags);
    }
}
