package io.hashlake.simulator;

import io.hashlake.simulator.Draws.Purpose;

/** Which posts are served twice, and where. */
final class Duplication {

    private final long seed;
    private final double share;

    Duplication(long seed, double share) {
        this.seed = seed;
        this.share = share;
    }

    /** Whether the post stands twice on its page. */
    boolean onSamePage(Plan plan) {
        return share > 0 && draws(plan).chance(share);
    }

    /** Whether the post, the last of its page, opens the next one too. */
    boolean onNextPage(Plan plan) {
        return share > 0 && draws(plan).unit() < 0.5;
    }

    private Draws draws(Plan plan) {
        return Draws.of(seed, plan.number(), Purpose.DUPLICATE);
    }
}
