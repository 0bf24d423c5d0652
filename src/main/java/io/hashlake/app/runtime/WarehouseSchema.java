package io.hashlake.app.runtime;

import io.agroal.api.AgroalDataSource;
import io.hashlake.app.settings.Settings;
import io.hashlake.pipeline.RootCause;
import io.hashlake.warehouse.jdbc.DatabaseState;
import io.hashlake.warehouse.sink.WarehouseConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.OptionalInt;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The warehouse's tables. */
@ApplicationScoped
public class WarehouseSchema {

    @Inject
    WarehouseConfig config;

    @Inject
    Settings settings;

    /** Asked for only where there is a database. */
    @Inject
    Instance<AgroalDataSource> database;

    /** Asked for only where migrations are due. */
    @Inject
    Instance<Flyway> flyway;

    /**
     * Makes or updates them where this process has a database.
     *
     * @throws IOException if the database cannot be reached or does not let its tables be made
     */
    public void migrate() throws IOException {
        if (!settings.deployment().needsDatabase()) {
            return;
        }
        EmbeddedServices.awaitWarehouse();
        if (isMigrated()) {
            return;
        }
        try {
            flyway.get().migrate();
        } catch (FlywayException e) {
            throw new IOException(
                    "hashlake.warehouse.jdbc-url = "
                            + Console.withoutSecrets(config.jdbcUrl().orElse(""))
                            + ": the warehouse cannot be set up: " + RootCause.messageOf(e)
                            + "; allowed is a PostgreSQL 14 or newer in which this user may create schemas",
                    e);
        }
    }

    /** One query, which saves the start from loading Flyway; what is wrong with the database, Flyway tells. */
    private boolean isMigrated() {
        try {
            DatabaseState state = DatabaseState.read(database.get());
            return state.migration().equals(OptionalInt.of(DatabaseState.NEWEST_MIGRATION)) && !state.hasFailure();
        } catch (IOException e) {
            return false;
        }
    }
}
