package io.hashlake.core;

import java.time.Duration;
import java.util.Objects;

/**
 * Limits on what a sink receives before it commits.
 *
 * @param maxUncommitted posts that may wait for a commit; then sources wait. 1 or more
 * @param gathering how long Kafka's consumers gather posts for one commit at most
 */
public record Intake(int maxUncommitted, Duration gathering) {

    public Intake {
        Objects.requireNonNull(gathering, "gathering");
        if (maxUncommitted < 1) {
            throw new IllegalArgumentException("a sink takes " + maxUncommitted + " posts: must be 1 or more");
        }
    }
}
