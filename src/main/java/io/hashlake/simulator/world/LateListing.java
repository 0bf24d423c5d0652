package io.hashlake.simulator.world;

import java.time.Duration;

/**
 * Delay with which search and counts list some of the posts.
 *
 * @param share of all posts, 0 to 0.9
 * @param most how long after they were written they are listed at most; X needs seconds to minutes
 */
public record LateListing(double share, Duration most) {

    /** Every post is listed at once. */
    public static final LateListing NONE = new LateListing(0, Duration.ofSeconds(30));

    public LateListing {
        Require.that(share >= 0 && share <= 0.9, "share of posts listed late", share);
        Require.that(!most.isNegative(), "lateness of listing", most);
    }
}
