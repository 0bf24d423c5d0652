package io.hashlake.app.settings;

import io.hashlake.app.config.SimulatorConfig;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.RandomFaults;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.StreamSettings;
import io.hashlake.simulator.world.Deletions;
import io.hashlake.simulator.world.LateListing;
import io.hashlake.simulator.world.WorldSettings;

/** The simulator's settings, out of the configuration. */
final class SimulatorOptions {

    private SimulatorOptions() {}

    static SimulatorSettings settings(SimulatorConfig config) {
        WorldSettings world = WorldSettings.defaults()
                .withDeletions(new Deletions(config.deletions(), Deletions.NONE.within()))
                .withLateListing(new LateListing(config.lateListed(), LateListing.NONE.most()));
        return SimulatorSettings.defaults()
                .withWorld(world)
                .withSeed(config.seed())
                .withPostsPerSecond(config.postsPerSecond())
                .withLimit(config.posts())
                .withDuplicates(config.duplicates())
                .withStreams(streams(config));
    }

    private static StreamSettings streams(SimulatorConfig config) {
        StreamSettings defaults = StreamSettings.defaults();
        return defaults.withHeartbeat(config.heartbeat())
                .withRuleDelay(config.ruleDelay())
                .withBackfill(config.backfill())
                .withLate(config.late(), defaults.latest())
                .withFaults(new RandomFaults(config.streamFaults(), FaultKind.ofStreams()));
    }
}
