package io.hashlake.lake.commit;

import java.time.Duration;

/**
 * When the lake's sink commits, and how much it remembers. A commit is due as soon as one of the three rotation limits is
 * reached.
 *
 * @param rotationRows rows that wait for a commit; 1 or more
 * @param rotationBytes memory that the tweets of those rows take, estimated; 1 or more. It bounds the sink's memory, however
 *     many partitions are open
 * @param rotationAge how long a row waits at most; positive
 * @param window recent ids that each partition remembers at least, so that a post is not written again; 1 or more
 * @param rememberedIds ids that all partitions' windows hold together, about 32 bytes each at most; the partitions that
 *     were not written to for the longest time are forgotten first. 1 or more
 */
public record LakeSettings(
        long rotationRows, long rotationBytes, Duration rotationAge, int window, long rememberedIds) {

    public LakeSettings {
        Rotation.mistakes(rotationRows, rotationBytes, rotationAge)
                .unlessPositive("window", window)
                .unlessPositive("remembered-ids", rememberedIds)
                .refuse();
    }

    /** 100,000 rows, 64 MiB, 10 seconds; 65,536 ids a partition, 2,000,000 in all. */
    public static LakeSettings defaults() {
        return new LakeSettings(100_000, 64L << 20, Duration.ofSeconds(10), 65_536, 2_000_000);
    }

    Rotation rotation() {
        return new Rotation(rotationRows, rotationBytes, rotationAge);
    }
}
