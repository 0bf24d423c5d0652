package io.hashlake.app.config;

import java.util.Optional;

/** The warehouse. */
public interface WarehouseConfig {

    /** A PostgreSQL 14 or newer, as jdbc:postgresql://host/database. Without one, a PostgreSQL of its own is run. */
    Optional<String> jdbcUrl();

    /** The database user. */
    Optional<String> username();

    /** The database user's password. */
    Optional<String> password();
}
