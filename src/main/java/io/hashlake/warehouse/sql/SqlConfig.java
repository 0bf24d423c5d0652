package io.hashlake.warehouse.sql;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** Queries in SQL that come over the API. */
@ConfigMapping(prefix = "hashlake.sql")
public interface SqlConfig {

    /** Database user of the statements sent to /api/v1/sql, who may only read. Without one, Hashlake creates one where it may. */
    Optional<String> username();

    /** Password of the database user of the statements sent to /api/v1/sql. */
    Optional<String> password();

    /** Time that a statement sent to /api/v1/sql may run. */
    @WithDefault("10s")
    @DurationRange(min = "100ms", max = "10m")
    Duration timeout();

    /** Number of rows that a statement sent to /api/v1/sql returns; the rest is cut off. */
    @WithDefault("10000")
    @Range(min = 1, max = 1_000_000)
    int rows();

    /** Size of all values in the result of a statement sent to /api/v1/sql, in bytes. */
    @WithDefault("10485760")
    @Range(min = 1 << 10, max = 1 << 30)
    int bytes();

    /**
     * Memory that the embedded PostgreSQL may use for a statement sent to /api/v1/sql, in bytes, 32 MiB or more. Another server bounds its own
     * statements.
     */
    @WithDefault("134217728")
    @Min(32 << 20)
    long memory();

    /** Number of statements sent to /api/v1/sql that run at once. */
    @WithDefault("4")
    @Range(min = 1, max = 32)
    int concurrency();
}
