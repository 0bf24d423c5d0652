package io.hashlake.core.erasure;

import java.io.IOException;

/** The tombstones of a deployment. */
@FunctionalInterface
public interface TombstoneSource {

    /** For a process that knows of none. */
    TombstoneSource NONE = () -> Tombstones.NONE;

    /**
     * Returns all of them, as they were a few seconds ago at the earliest; cheap enough to be called for every batch.
     *
     * @throws IOException if they have never been read, and cannot be now; call again
     */
    Tombstones current() throws IOException;
}
