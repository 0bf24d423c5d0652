package io.hashlake.simulator;

import io.hashlake.TestConfig;
import io.hashlake.simulator.settings.SimulatedStreamSettings;
import io.hashlake.simulator.settings.SimulatorConfig;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.world.WorldSettings;

/** Simulators for tests, as they are by default, with a seed of their own. */
public final class TestSimulator {

    private TestSimulator() {}

    /** Settings in which the changed properties of the simulator have these values. */
    public static SimulatorSettings settings(String... changed) {
        return SimulatorSettings.of(TestConfig.of(SimulatorConfig.class, changed))
                .withSeed(1);
    }

    public static SimulatedStreamSettings streams() {
        return settings().streams();
    }

    public static WorldSettings world() {
        return settings().world();
    }
}
