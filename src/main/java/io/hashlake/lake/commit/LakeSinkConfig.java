package io.hashlake.lake.commit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The Parquet lake's sink. */
@ConfigMapping(prefix = "hashlake.lake")
public interface LakeSinkConfig {

    /** Files are committed when this many rows wait, over all partitions. */
    @WithDefault("100000")
    long rotationRows();

    /** Files are committed when the posts that wait take this much memory, in bytes, over all partitions. */
    @WithDefault("67108864")
    long rotationBytes();

    /** Files are committed when the oldest row has waited this long, the first ones of a process after a second. */
    @WithDefault("10s")
    Duration rotationAge();

    /** How many recent ids are remembered a partition, to drop posts that it holds already. */
    @WithDefault("65536")
    int window();

    /** How many recent ids are remembered over all partitions, at up to 32 bytes each. */
    @WithDefault("2000000")
    long rememberedIds();

    /** How many posts may wait for a commit; then sources wait. */
    @WithDefault("50000")
    int maxUncommitted();
}
