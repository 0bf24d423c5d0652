package io.hashlake.core;

import java.time.Duration;

/**
 * How much a sink is given before it commits.
 *
 * @param maxUncommitted posts that may wait for a commit; then sources wait. 1 or more
 * @param gathering how long Kafka's consumers gather posts for one commit at most; positive
 */
public record Intake(int maxUncommitted, Duration gathering) {

    public Intake {
        new Mistakes()
                .unlessPositive("max-uncommitted", maxUncommitted)
                .unlessPositive("gathering", gathering)
                .refuse();
    }
}
