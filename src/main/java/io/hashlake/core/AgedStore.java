package io.hashlake.core;

import java.io.IOException;
import java.time.Instant;

/**
 * Store that can drop what is old. It may be killed at any moment and called again, while sinks write and readers read.
 */
public interface AgedStore {

    /** Returns its name in properties, logs and meters. */
    String store();

    /** Returns what it drops, in the singular. */
    String unit();

    /**
     * Drops what is older, as far as that is a whole month or day of the store.
     *
     * @return how many it dropped: 0 where nothing is that old
     * @throws IOException if the store is unavailable; call again
     */
    long drop(Instant before) throws IOException;
}
