package io.hashlake.lake.commit;

import io.hashlake.core.Mistakes;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits at which a sink of the lake commits: as soon as one of the three is reached.
 *
 * @param rows rows that wait for a commit; 1 or more
 * @param bytes memory that they take, estimated; 1 or more
 * @param age how long a row waits at most; positive
 */
public record Rotation(long rows, long bytes, Duration age) {

    public Rotation {
        Objects.requireNonNull(age, "age");
        mistakes(rows, bytes, age).refuse();
    }

    static Mistakes mistakes(long rows, long bytes, Duration age) {
        return new Mistakes()
                .unlessPositive("rotation-rows", rows)
                .unlessPositive("rotation-bytes", bytes)
                .unlessPositive("rotation-age", age);
    }
}
