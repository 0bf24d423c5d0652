package io.hashlake.app;

import io.hashlake.simulator.SimulatorSettings;

/** The simulator's settings, out of the configuration. */
final class SimulatorOptions {

    private SimulatorOptions() {}

    static SimulatorSettings settings(HashlakeConfig.Simulator config) {
        return SimulatorSettings.defaults()
                .withSeed(config.seed())
                .withPostsPerSecond(config.postsPerSecond())
                .withLimit(config.posts());
    }
}
