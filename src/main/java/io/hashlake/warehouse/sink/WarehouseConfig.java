package io.hashlake.warehouse.sink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** The warehouse. */
@ConfigMapping(prefix = "hashlake.warehouse")
public interface WarehouseConfig {

    /** Address of a PostgreSQL 14 or newer, as jdbc:postgresql://host/database. Without it, an embedded PostgreSQL is run. */
    Optional<String> jdbcUrl();

    /** Database user of the warehouse. */
    Optional<String> username();

    /** Password of the warehouse's database user. */
    Optional<String> password();

    /** Number of posts that may wait for a commit of the warehouse; then sources pause. */
    @WithDefault("20000")
    @Min(1)
    int maxUncommitted();
}
