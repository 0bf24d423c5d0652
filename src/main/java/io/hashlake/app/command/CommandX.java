package io.hashlake.app.command;

import io.hashlake.app.settings.Settings;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.settings.SimulatorConfig;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.x.client.ApiListener;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.XClient;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.client.XSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;

/**
 * X as a command speaks to it.
 *
 * @param simulator what stands in for X where no token is configured; else null
 */
record CommandX(XClient client, Simulator simulator) implements AutoCloseable {

    static CommandX of(Settings settings) throws IOException {
        XConfig config = settings.of(XConfig.class);
        if (config.bearerToken().isPresent()) {
            return new CommandX(
                    client(config, config.baseUrl(), config.bearerToken().get()), null);
        }
        Simulator simulator =
                Simulator.start(SimulatorSettings.of(settings.of(SimulatorConfig.class)), Clock.systemUTC(), 0);
        return new CommandX(client(config, simulator.baseUri(), "simulator"), simulator);
    }

    private static XClient client(XConfig config, URI base, String token) {
        return new XClient(XSettings.of(base, new BearerToken(token), config), Clock.systemUTC(), ApiListener.NONE);
    }

    boolean isSimulated() {
        return simulator != null;
    }

    @Override
    public void close() {
        if (isSimulated()) {
            simulator.close();
        }
    }
}
