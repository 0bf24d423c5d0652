package io.hashlake.simulator.settings;

import io.hashlake.simulator.world.Require;
import java.util.List;

/**
 * Faults that befall requests by chance; which ones follows from the world's seed and the request's number.
 *
 * @param probability of each request to fail, 0 to 1
 * @param kinds which faults, all equally often; not empty unless the probability is 0
 */
public record RandomFaults(double probability, List<FaultKind> kinds) {

    public static final RandomFaults NONE = new RandomFaults(0, List.of());

    public RandomFaults {
        kinds = List.copyOf(kinds);
        Require.that(probability >= 0 && probability <= 1, "fault probability", probability);
        Require.that(probability == 0 || !kinds.isEmpty(), "kinds of faults", kinds);
    }
}
