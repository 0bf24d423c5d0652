package io.hashlake.pipeline.job;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What is old is dropped; without these properties nothing is. */
@ConfigMapping(prefix = "hashlake.retention")
public interface RetentionConfig {

    /** Time between two runs of the job that drops what is old; the first is 90 s after the start. */
    @WithDefault("6h")
    @DurationRange(min = "1s")
    Duration every();

    /** Age from which posts are dropped from the warehouse, by whole months, such as 400d. */
    Optional<@DurationRange(min = "24h") Duration> warehouse();

    /** Age from which posts are dropped from the lake, by whole days. */
    Optional<@DurationRange(min = "24h") Duration> lake();

    /** Age from which payloads are dropped, by whole days. */
    Optional<@DurationRange(min = "24h") Duration> raw();

    /** Age from which dead letters are dropped, by whole days. */
    Optional<@DurationRange(min = "24h") Duration> deadLetter();
}
