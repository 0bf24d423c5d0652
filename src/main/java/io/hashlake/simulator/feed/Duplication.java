package io.hashlake.simulator.feed;

import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.SeededRandom;
import io.hashlake.simulator.world.SeededRandom.Purpose;

/** Which posts are served twice, and where. */
public final class Duplication {

    private final long seed;
    private final double share;

    public Duplication(long seed, double share) {
        this.seed = seed;
        this.share = share;
    }

    /** Whether the post stands twice on its page. */
    public boolean onSamePage(Plan plan) {
        return share > 0 && draws(plan).chance(share);
    }

    /** Whether the post, the last of its page, opens the next one too. */
    public boolean onNextPage(Plan plan) {
        return share > 0 && draws(plan).unit() < 0.5;
    }

    private SeededRandom draws(Plan plan) {
        return SeededRandom.of(seed, plan.number(), Purpose.DUPLICATE);
    }
}
