package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The star schema as Parquet files. */
public interface MartsConfig {

    /** Time between two exports of the marts; the first is two minutes after the start. */
    @WithDefault("15m")
    Duration every();
}
