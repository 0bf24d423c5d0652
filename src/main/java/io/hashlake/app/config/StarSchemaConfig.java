package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The job that brings the star schema up to date. */
public interface StarSchemaConfig {

    /** Time between two runs of the star schema's job; the first is 10 s after the start. */
    @WithDefault("1h")
    Duration every();
}
