package io.hashlake.simulator.feed;

import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.SeededRandom;
import io.hashlake.simulator.world.SeededRandom.Purpose;
import java.util.List;
import java.util.Optional;

/** Filter of the sample stream; the world's seed determines which posts pass. */
public final class Sample implements StreamContent.Filter {

    private final long seed;
    private final double share;

    public Sample(SimulatorSettings settings) {
        this.seed = settings.world().seed();
        this.share = settings.streams().sample();
    }

    @Override
    public Optional<List<SimulatedRule>> rules(Plan plan) {
        return SeededRandom.of(seed, plan.number(), Purpose.SAMPLE).chance(share)
                ? Optional.of(List.of())
                : Optional.empty();
    }
}
