package io.hashlake.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The warehouse's tables. */
@ApplicationScoped
public class WarehouseSchema {

    @Inject
    HashlakeConfig config;

    @Inject
    Flyway flyway;

    /** @throws IOException if the database cannot be reached or does not let its tables be made */
    void migrate() throws IOException {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new IOException(
                    "hashlake.warehouse.jdbc-url = " + Console.withoutSecrets(config.warehouse().jdbcUrl().orElse(""))
                            + ": the warehouse cannot be set up: " + firstLine(e)
                            + "; allowed is a PostgreSQL 14 or newer in which this user may create schemas",
                    e);
        }
    }

    private static String firstLine(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage().lines().findFirst().orElse(cause.toString());
    }
}
