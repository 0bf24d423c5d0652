package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Small files of the lake become large ones. */
public interface CompactionConfig {

    /** From one run to the next; the first is a minute after the start. */
    @WithDefault("15m")
    Duration every();

    /** A partition with so many small files is compacted; two are enough where none came for a day. */
    @WithDefault("8")
    int minFiles();

    /** How large a file is to become, in bytes. It is held in memory while it is written. */
    @WithDefault("134217728")
    long targetSize();

    /** Files are left alone until they are so old. */
    @WithDefault("10m")
    Duration settleAge();

    /** How long new files stand beside those that they replace, so that readers that are listing miss nothing. */
    @WithDefault("2s")
    Duration overlap();
}
