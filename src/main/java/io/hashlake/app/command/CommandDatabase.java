package io.hashlake.app.command;

import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.runtime.WarehouseLogin;
import io.hashlake.app.settings.Settings;
import io.hashlake.app.settings.StartException;
import io.hashlake.warehouse.jdbc.DatabaseState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Opens the warehouse of the configuration for commands that run beside the application or without it. */
final class CommandDatabase {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private CommandDatabase() {}

    /**
     * Returns the warehouse. The embedded PostgreSQL is started for the while if no other process runs it.
     *
     * @throws IOException if it cannot be reached, or has no tables yet
     */
    static DataSource open(Settings settings) throws IOException {
        WarehouseLogin warehouse = login(settings);
        DataSource database = warehouse.dataSource(LIMIT);
        if (DatabaseState.read(database).migration().isEmpty()) {
            throw new IOException(warehouse.location() + " has no tables yet: start Hashlake once");
        }
        return database;
    }

    private static WarehouseLogin login(Settings settings) throws IOException {
        var running = WarehouseLogin.of(settings);
        if (running.isPresent()) {
            return running.get();
        }
        EmbeddedServices.startWarehouse(settings);
        EmbeddedServices.awaitWarehouse();
        return WarehouseLogin.of(settings)
                .orElseThrow(() -> new StartException(List.of("the embedded PostgreSQL did not start")));
    }
}
