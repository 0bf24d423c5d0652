package io.hashlake.simulator.truth;

import java.time.Instant;
import java.util.TreeMap;

/**
 * Counts of how often each of the newest posts was served, and when last: twelve bytes per post, in chunks that come
 * and go.
 */
final class ServedLog {

    private static final int CHUNK = 1 << 14;

    private final int chunksKept;
    private final TreeMap<Long, Chunk> chunks = new TreeMap<>();

    private record Chunk(int[] times, long[] last) {
        Chunk() {
            this(new int[CHUNK], new long[CHUNK]);
        }
    }

    /**
     * Record of one post.
     *
     * @param last when it was last served; null if never
     */
    record Served(int times, Instant last) {

        static final Served NEVER = new Served(0, null);
    }

    ServedLog(int retained) {
        this.chunksKept = retained / CHUNK + 2;
    }

    synchronized void add(long number, Instant at) {
        Chunk chunk = chunks.computeIfAbsent(number / CHUNK, key -> new Chunk());
        int place = (int) (number % CHUNK);
        chunk.times()[place]++;
        chunk.last()[place] = Math.max(chunk.last()[place], at.toEpochMilli());
        if (chunks.size() > chunksKept) {
            chunks.pollFirstEntry();
        }
    }

    synchronized Served of(long number) {
        Chunk chunk = chunks.get(number / CHUNK);
        int place = (int) (number % CHUNK);
        return chunk == null || chunk.times()[place] == 0
                ? Served.NEVER
                : new Served(chunk.times()[place], Instant.ofEpochMilli(chunk.last()[place]));
    }
}
