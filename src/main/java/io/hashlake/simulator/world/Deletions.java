package io.hashlake.simulator.world;

import java.time.Duration;

/**
 * Posts that their authors delete. Search and streams that come to them later leave them out.
 *
 * @param share of all posts, 0 to 0.9
 * @param within how long after it was written a post is deleted at the latest; a second or more
 */
public record Deletions(double share, Duration within) {

    public static final Deletions NONE = new Deletions(0, Duration.ofMinutes(10));

    public Deletions {
        Require.that(share >= 0 && share <= 0.9, "share of deletions", share);
        Require.that(within.toMillis() >= 1000, "time of deletions", within);
    }
}
