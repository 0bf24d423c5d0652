package io.hashlake.pipeline.reload;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Route files that change while the process runs. */
@ConfigMapping(prefix = "hashlake.reload")
public interface ReloadConfig {

    /** Time between two comparisons of the route files with the running routes. What has changed takes effect without a restart. */
    @WithDefault("5s")
    @DurationRange(min = "1s")
    Duration every();
}
