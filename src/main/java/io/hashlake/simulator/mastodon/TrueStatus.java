package io.hashlake.simulator.mastodon;

import java.time.Instant;
import java.util.List;

/**
 * Ground truth about a post.
 *
 * @param hashtags canonical forms
 */
public record TrueStatus(String uri, Instant createdAt, List<String> hashtags) {

    public TrueStatus {
        hashtags = List.copyOf(hashtags);
    }
}
