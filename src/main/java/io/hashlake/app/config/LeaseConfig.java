package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sources are shared out among processes with one warehouse. */
public interface LeaseConfig {

    /** How long a process that gives no sign of life still holds its sources; then another one takes them over. */
    @WithDefault("10s")
    Duration term();
}
