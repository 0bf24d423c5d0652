package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Leases by which processes with one warehouse share out sources. */
public interface LeaseConfig {

    /** Time for which a process that gives no sign of life still holds its sources; then another one takes them over. */
    @WithDefault("10s")
    Duration term();
}
