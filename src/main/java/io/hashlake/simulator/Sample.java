package io.hashlake.simulator;

import io.hashlake.simulator.Draws.Purpose;
import java.util.List;
import java.util.Optional;

/** What is on the sample stream; which posts these are follows from the world's seed. */
final class Sample implements Feed.Filter {

    private final long seed;
    private final double share;

    Sample(SimulatorSettings settings) {
        this.seed = settings.world().seed();
        this.share = settings.streams().sample();
    }

    @Override
    public Optional<List<Rule>> rules(Plan plan) {
        return Draws.of(seed, plan.number(), Purpose.SAMPLE).chance(share) ? Optional.of(List.of()) : Optional.empty();
    }
}
