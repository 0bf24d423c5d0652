package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Route files that change while the process runs. */
public interface ReloadConfig {

    /** How often the route files are compared with the routes that run. What has changed takes effect without a restart. */
    @WithDefault("5s")
    Duration every();
}
