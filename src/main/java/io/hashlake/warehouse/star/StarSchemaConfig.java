package io.hashlake.warehouse.star;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The job that brings the star schema up to date. */
@ConfigMapping(prefix = "hashlake.star-schema")
public interface StarSchemaConfig {

    /** Time between two runs of the star schema's job; the first is 10 s after the start. */
    @WithDefault("1h")
    @DurationRange(min = "1s")
    Duration every();
}
