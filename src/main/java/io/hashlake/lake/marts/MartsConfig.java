package io.hashlake.lake.marts;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The star schema as Parquet files. */
@ConfigMapping(prefix = "hashlake.marts")
public interface MartsConfig {

    /** Time between two exports of the marts; the first is two minutes after the start. */
    @WithDefault("15m")
    @DurationRange(min = "1s")
    Duration every();
}
