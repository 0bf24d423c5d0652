package io.hashlake.simulator.feed;

import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.SeededRandom;
import io.hashlake.simulator.world.SeededRandom.Purpose;

/** Choice of the posts that are served twice, and where. */
public final class Duplication {

    private final long seed;
    private final double share;

    public Duplication(long seed, double share) {
        this.seed = seed;
        this.share = share;
    }

    /** Returns whether the post occurs twice on its page. */
    public boolean onSamePage(Plan plan) {
        return share > 0 && draws(plan).chance(share);
    }

    /** Returns whether the post, the last of its page, also opens the next one. */
    public boolean onNextPage(Plan plan) {
        return share > 0 && draws(plan).unit() < 0.5;
    }

    private SeededRandom draws(Plan plan) {
        return SeededRandom.of(seed, plan.number(), Purpose.DUPLICATE);
    }
}
