package io.hashlake.core;

import java.io.IOException;

/** The ledger in which every gap is declared. */
@FunctionalInterface
public interface Gaps {

    /**
     * Declares the gap durably; declaring the same one twice leaves one.
     *
     * @throws IOException if the ledger cannot be reached; the caller must try again before it goes on
     */
    void declare(Gap gap) throws IOException;
}
