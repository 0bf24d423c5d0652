package io.hashlake.lake.compaction;

import io.hashlake.lake.store.Parallel;

/**
 * Means with which a compaction works.
 *
 * @param parallel for operations on the store
 * @param rowsInMemory number of rows that are held at once, about
 * @param pause for waiting while old and new files stand side by side
 */
public record Effort(Parallel parallel, int rowsInMemory, Pause pause) {

    static Effort usual(Parallel parallel) {
        return new Effort(parallel, 50_000, Pause::sleep);
    }
}
