package io.hashlake.app.runtime;

import io.hashlake.app.settings.Settings;
import io.hashlake.app.settings.StartException;
import io.hashlake.camel.TwitterConfig;
import io.hashlake.camel.TwitterSettings;
import io.hashlake.pipeline.Role;
import io.hashlake.simulator.Simulator;
import io.hashlake.simulator.settings.SimulatorConfig;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.warehouse.embedded.EmbeddedWarehouse;
import io.hashlake.warehouse.embedded.ServerStatus;
import io.hashlake.warehouse.sink.WarehouseConfig;
import io.hashlake.x.client.XConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Services that take the place of those that are not configured: a real PostgreSQL of Hashlake's own, and the simulator. Both are
 * spoken to as the configured ones would be. Their addresses are known before Quarkus starts, whose data source wants one; the
 * database itself starts beside it.
 */
public final class EmbeddedServices {

    private static final Logger LOG = Logger.getLogger(EmbeddedServices.class);

    private static volatile EmbeddedWarehouse warehouse;
    private static volatile CompletableFuture<Void> warehouseStart = CompletableFuture.completedFuture(null);
    private static volatile Simulator simulator;

    private EmbeddedServices() {}

    /** @throws StartException if one of them cannot be started */
    public static synchronized void start(Settings settings) {
        startWarehouse(settings);
        if (!isSimulated(settings.of(XConfig.class)) || !settings.deployment().does(Role.INGEST)) {
            return;
        }
        try {
            simulator = Simulator.start(SimulatorSettings.of(settings.of(SimulatorConfig.class)), Clock.systemUTC(), 0);
        } catch (IOException e) {
            stop();
            throw new StartException(List.of(e.getMessage()));
        }
    }

    /**
     * Begins to start it; {@link #awaitWarehouse} waits for it.
     *
     * @throws StartException if its directory cannot be used
     */
    public static synchronized void startWarehouse(Settings settings) {
        ProcessEnd.prepare();
        if (!settings.deployment().needsDatabase()) {
            System.setProperty("quarkus.datasource.active", "false");
        } else if (settings.of(WarehouseConfig.class).jdbcUrl().isEmpty()) {
            startWarehouse(WarehouseLogin.embeddedDirectory(settings));
        }
    }

    private static void startWarehouse(Path directory) {
        try {
            EmbeddedWarehouse reserved = EmbeddedWarehouse.reserve(directory);
            new WarehouseLogin(reserved.jdbcUrl(), reserved.user(), reserved.password()).configure();
            warehouse = reserved;
            warehouseStart = start(reserved);
        } catch (IOException e) {
            throw new StartException(List.of(e.getMessage()));
        }
    }

    private static CompletableFuture<Void> start(EmbeddedWarehouse reserved) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        DaemonThreads.of("embedded-postgresql-start", () -> {
                    try {
                        reserved.start();
                        started.complete(null);
                    } catch (IOException | RuntimeException | Error e) {
                        started.completeExceptionally(e);
                    }
                })
                .start();
        return started;
    }

    /**
     * Waits until the database of Hashlake's own can be used, where there is one.
     *
     * @throws IOException if it could not be started; the message says why and what to do
     */
    public static void awaitWarehouse() throws IOException {
        try {
            warehouseStart.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Returns whether the database is one of Hashlake's own. */
    public static boolean hasWarehouse() {
        return warehouse != null;
    }

    /** Returns whether the simulator runs in this process. */
    public static boolean hasSimulator() {
        return simulator != null;
    }

    /** Returns the state of the database of Hashlake's own; empty where there is none. */
    static Optional<ServerStatus> warehouseStatus() {
        return Optional.ofNullable(warehouse).map(EmbeddedWarehouse::status);
    }

    /** Returns whether the simulator stands in for X. */
    static boolean isSimulated(XConfig config) {
        return config.bearerToken().isEmpty();
    }

    /** Address of X, or of what stands in for it. */
    public static URI xBaseUri(XConfig config) {
        return simulator == null ? config.baseUrl() : simulator.baseUri();
    }

    /** Returns how version 1.1 is reached, or what stands in for it; empty where a credential is missing. */
    public static Optional<TwitterSettings> twitter(TwitterConfig twitter) {
        if (twitter.consumerKey().isEmpty() && simulator != null) {
            return Optional.of(
                    new TwitterSettings(simulator.baseUri().resolve("/1.1/"), "key", "secret", "1-token", "secret"));
        }
        return twitter.consumerKey().flatMap(key -> twitter.consumerSecret()
                .flatMap(secret -> twitter.accessToken().flatMap(token -> twitter.accessTokenSecret()
                        .map(tokenSecret -> new TwitterSettings(twitter.baseUrl(), key, secret, token, tokenSecret)))));
    }

    /** Waits for what is being started just now; does nothing the second time. */
    public static synchronized void stop() {
        if (warehouse != null) {
            stop(warehouse);
            warehouse = null;
        }
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }

    /** Ends what {@link #stop} cannot, for a server that does not answer. */
    static void kill() {
        EmbeddedWarehouse unstopped = warehouse;
        if (unstopped != null) {
            unstopped.kill();
        }
    }

    private static void stop(EmbeddedWarehouse warehouse) {
        warehouseStart.exceptionally(failed -> null).join();
        try {
            warehouse.close();
        } catch (IOException e) {
            LOG.warnf("The embedded PostgreSQL did not stop; the next start will stop it: %s", e.getMessage());
        }
    }
}
