package io.hashlake.lake.commit;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/** The Parquet lake. */
@ConfigMapping(prefix = "hashlake.lake")
public interface LakeConfig {

    /** Directory of the lake's files if no bucket is configured. */
    @WithDefault("${hashlake.data-directory}/lake")
    Path directory();

    /** Format in which readers see the lake: HIVE, directories of Parquet files alone, or ICEBERG, an Iceberg table of these files too. */
    @WithDefault("hive")
    TableFormatName tableFormat();

    /** Number of rows that wait for the lake, over all partitions, at which its files are committed. */
    @WithDefault("1000000")
    @Min(1)
    long rotationRows();

    /** Memory of the posts that wait for the lake, in bytes, at which its files are committed; a third of the heap if that is less. */
    @WithDefault("134217728")
    @Min(1)
    long rotationBytes();

    /** Time that the oldest row of the lake waits at most before its files are committed; the first ones of a process are after 1 s. */
    @WithDefault("10s")
    @DurationRange(min = "1ms")
    Duration rotationAge();

    /** Number of recent ids that the lake remembers per partition, to drop posts that it holds already. */
    @WithDefault("65536")
    @Min(1)
    int window();

    /** Number of recent ids that the lake remembers over all partitions, at up to 32 bytes each. */
    @WithDefault("2000000")
    @Min(1)
    long rememberedIds();

    /** Number of posts that may wait for a commit of the lake; then sources pause. */
    @WithDefault("200000")
    @Min(1)
    int maxUncommitted();

    /** Format in which readers see the lake. */
    enum TableFormatName {
        HIVE,
        ICEBERG
    }
}
