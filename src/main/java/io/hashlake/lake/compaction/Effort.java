package io.hashlake.lake.compaction;

import io.hashlake.lake.store.Parallel;
import io.hashlake.thread.Pause;

/**
 * Means with which a compaction works.
 *
 * @param parallel for operations on the store
 * @param rowsInMemory number of rows that are held at once, about
 * @param pause for waiting while old and new files stand side by side
 * @param format in which readers see the files
 */
public record Effort(Parallel parallel, int rowsInMemory, Pause pause, TableFormat format) {

    /** For files that are in no table. */
    public Effort(Parallel parallel, int rowsInMemory, Pause pause) {
        this(parallel, rowsInMemory, pause, TableFormat.DIRECTORIES);
    }

    public static Effort usual(Parallel parallel, TableFormat format) {
        return new Effort(parallel, 50_000, Pause::sleep, format);
    }
}
