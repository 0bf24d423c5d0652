package io.hashlake.lake.commit;

import java.time.Duration;
import java.util.Objects;

/**
 * When a sink of the lake commits: as soon as one of the three limits is reached.
 *
 * @param rows rows that wait for a commit; 1 or more
 * @param bytes memory that they take, estimated; 1 or more
 * @param age how long a row waits at most; positive
 */
public record Rotation(long rows, long bytes, Duration age) {

    public Rotation {
        requirePositive("rotationRows", rows);
        requirePositive("rotationBytes", bytes);
        Objects.requireNonNull(age, "rotationAge");
        if (age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("rotationAge is " + age + ", but must be longer than nothing");
        }
    }

    public static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be 1 or more");
        }
    }
}
