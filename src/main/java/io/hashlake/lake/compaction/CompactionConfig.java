package io.hashlake.lake.compaction;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Small files of the lake become large ones. */
@ConfigMapping(prefix = "hashlake.compaction")
public interface CompactionConfig {

    /** Time between two runs of the compaction; the first is one minute after the start. */
    @WithDefault("15m")
    @DurationRange(min = "1s")
    Duration every();

    /** Number of small files from which a partition of the lake is compacted; two are enough where none came for a day. */
    @WithDefault("8")
    @Min(2)
    int minFiles();

    /** Size that compaction aims at for a file of the lake, in bytes. A file is held in memory while it is written. */
    @WithDefault("134217728")
    @Min(1)
    long targetSize();

    /** Age from which compaction takes a file of the lake. */
    @WithDefault("10m")
    @DurationRange
    Duration settleAge();

    /** Time that compacted files stand beside those that they replace, so that readers that are listing miss nothing. */
    @WithDefault("2s")
    @DurationRange
    Duration overlap();
}
