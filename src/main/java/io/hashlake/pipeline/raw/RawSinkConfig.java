package io.hashlake.pipeline.raw;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The sink of payloads as received. */
@ConfigMapping(prefix = "hashlake.raw")
public interface RawSinkConfig {

    /** Files are committed when this many payloads wait. */
    @WithDefault("100000")
    long rotationRows();

    /** Files are committed when the payloads that wait take this much memory, in bytes. */
    @WithDefault("33554432")
    long rotationBytes();

    /** Files are committed when the oldest payload has waited this long. */
    @WithDefault("60s")
    Duration rotationAge();

    /** How many posts may wait for a commit, at 4 KiB of payload each; then sources wait. */
    @WithDefault("20000")
    int maxUncommitted();
}
