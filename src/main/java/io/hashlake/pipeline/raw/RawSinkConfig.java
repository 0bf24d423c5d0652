package io.hashlake.pipeline.raw;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The sink of payloads as received. */
@ConfigMapping(prefix = "hashlake.raw")
public interface RawSinkConfig {

    /** Number of raw payloads that wait at which their files are committed. */
    @WithDefault("100000")
    @Min(1)
    long rotationRows();

    /** Memory of the raw payloads that wait, in bytes, at which their files are committed. */
    @WithDefault("33554432")
    @Min(1)
    long rotationBytes();

    /** Time that the oldest raw payload waits at most before its files are committed. */
    @WithDefault("60s")
    @DurationRange(min = "1ms")
    Duration rotationAge();

    /** Number of posts that may wait for a commit of the raw payloads, at 4 KiB of payload each; then sources pause. */
    @WithDefault("20000")
    @Min(1)
    int maxUncommitted();
}
