package io.hashlake.app.command;

import io.hashlake.app.settings.HttpPort;
import io.hashlake.app.settings.StartException;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.settings.SimulatorConfig;
import io.hashlake.simulator.settings.SimulatorSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Runs the simulator alone, until the process is stopped. */
@Command(name = "simulator", description = "Runs a simulated X for others to use.")
final class SimulatorCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        SimulatorConfig config = Hashlake.settings().of(SimulatorConfig.class);
        int port = config.port();
        try (Simulator simulator = Simulator.start(SimulatorSettings.of(config), Clock.systemUTC(), port)) {
            System.out.println("The simulator listens on " + simulator.baseUri());
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new StartException(List.of(HttpPort.problem("hashlake.simulator.port", "127.0.0.1", port, e)));
        }
        return 0;
    }
}
