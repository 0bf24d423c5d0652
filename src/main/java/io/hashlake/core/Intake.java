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

    /** A post that a sink has not taken yet is an object of some 2 KB; what a sink makes of it may be much smaller. */
    public static final int MAX_QUEUED = 50_000;

    public Intake {
        Objects.requireNonNull(gathering, "gathering");
        if (maxUncommitted < 1) {
            throw new IllegalArgumentException("a sink takes " + maxUncommitted + " posts: must be 1 or more");
        }
    }

    /** Returns how many posts may wait for the sink to take them; then sources wait. */
    public int maxQueued() {
        return Math.min(maxUncommitted, MAX_QUEUED);
    }
}
