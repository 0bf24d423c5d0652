package io.hashlake.app;

import io.hashlake.simulator.Simulator;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Runs the simulator alone, until the process is stopped. */
final class SimulatorCommand {

    private SimulatorCommand() {}

    static void run(Settings settings) throws IOException, InterruptedException {
        int port = settings.config().simulator().port();
        try (Simulator simulator = Simulator.start(settings.simulator(), Clock.systemUTC(), port)) {
            System.out.println("The simulator listens on " + simulator.baseUri());
            new CountDownLatch(1).await();
        }
    }
}
