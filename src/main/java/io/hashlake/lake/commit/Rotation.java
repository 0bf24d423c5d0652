package io.hashlake.lake.commit;

import java.time.Duration;

/**
 * Limits at which a sink of the lake commits: as soon as one of the three is reached.
 *
 * @param rows rows that wait for a commit; 1 or more
 * @param bytes memory that they take, estimated; 1 or more
 * @param age how long a row waits at most; positive
 */
public record Rotation(long rows, long bytes, Duration age) {}
