package io.hashlake.app.config;

import java.util.Optional;

/** The warehouse. */
public interface WarehouseConfig {

    /** Address of a PostgreSQL 14 or newer, as jdbc:postgresql://host/database. Without it, an embedded PostgreSQL is run. */
    Optional<String> jdbcUrl();

    /** Database user of the warehouse. */
    Optional<String> username();

    /** Password of the warehouse's database user. */
    Optional<String> password();
}
