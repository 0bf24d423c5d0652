package io.hashlake.lake.compaction;

import io.hashlake.core.Mistakes;
import java.time.Duration;

/**
 * When and how partitions are compacted.
 *
 * @param minFiles a partition with so many small files is compacted; 2 or more
 * @param targetBytes how large a file is to become; 1 or more. As much memory is taken, and about 100 MiB
 * @param settleAge younger files are left alone; not negative
 * @param overlap how long new and old files stand side by side, so that readers that are listing miss nothing; not negative
 * @param rowsInMemory how many rows are held at once, about; 1 or more
 */
public record CompactionSettings(
        int minFiles, long targetBytes, Duration settleAge, Duration overlap, int rowsInMemory) {

    public CompactionSettings {
        new Mistakes()
                .unless(minFiles >= 2, "min-files", minFiles, "2 or more")
                .unlessPositive("target-size", targetBytes)
                .unless(!settleAge.isNegative(), "settle-age", settleAge, "0 or more")
                .unless(!overlap.isNegative(), "overlap", overlap, "0 or more")
                .unlessPositive("rows-in-memory", rowsInMemory)
                .refuse();
    }

    /** 8 files, 128 MiB, 10 minutes, 2 seconds, 50,000 rows. */
    public static CompactionSettings defaults() {
        return new CompactionSettings(8, 128L << 20, Duration.ofMinutes(10), Duration.ofSeconds(2), 50_000);
    }
}
