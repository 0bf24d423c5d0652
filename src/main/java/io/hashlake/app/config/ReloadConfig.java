package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Route files that change while the process runs. */
public interface ReloadConfig {

    /** Time between two comparisons of the route files with the running routes. What has changed takes effect without a restart. */
    @WithDefault("5s")
    Duration every();
}
