package io.hashlake.warehouse.partition;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The job that makes partitions of coming months. */
@ConfigMapping(prefix = "hashlake.partitions")
public interface PartitionsConfig {

    /** Time between two runs of the job that makes the partitions of the next three months; the first is 20 s after the start. */
    @WithDefault("6h")
    @DurationRange(min = "1s")
    Duration every();
}
