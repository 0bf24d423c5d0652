package io.hashlake.lake.commit;

import java.time.Duration;

/**
 * Limits at which a sink of the lake commits: as soon as one of the three is reached.
 *
 * @param rows rows that wait for a commit; 1 or more
 * @param bytes memory that they take; 1 or more
 * @param age how long a row waits at most; positive
 */
public record Rotation(long rows, long bytes, Duration age) {

    private static final int HEAP_SHARE = 3;

    /** Returns the smaller of a limit on memory, in bytes, and a third of the heap. */
    static long withinHeap(long bytes) {
        return Math.min(bytes, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }
}
