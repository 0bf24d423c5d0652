package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Queries in SQL that come over the API. */
public interface SqlConfig {

    /** The database user they are run with, who may do nothing but read. Without one, Hashlake makes one where it may. */
    Optional<String> username();

    /** That user's password. */
    Optional<String> password();

    /** How long one may run. */
    @WithDefault("10s")
    Duration timeout();

    /** How many rows one returns; the rest is cut off. */
    @WithDefault("10000")
    int rows();

    /** How large the values of one's result may be, in bytes. */
    @WithDefault("10485760")
    int bytes();

    /**
     * How much memory the embedded PostgreSQL may use for one, in bytes, 32 MiB or more. What another PostgreSQL uses is bounded where it
     * runs.
     */
    @WithDefault("134217728")
    long memory();

    /** How many run at once. */
    @WithDefault("4")
    int concurrency();
}
