package io.hashlake.core.erasure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Remembers, across restarts, which stored posts and accounts were checked. Every method may be repeated. */
public interface ComplianceLedger {

    /** Returns the oldest batch whose result is not applied. */
    Optional<ComplianceBatch> open() throws IOException;

    /**
     * Begins the next batch.
     *
     * @param interval from the beginning of one pass over all of a kind to that of the next
     * @param size most ids of a batch
     * @return empty if each was checked in this interval
     */
    Optional<ComplianceBatch> next(ComplianceBatch.Kind kind, Duration interval, int size) throws IOException;

    /** Returns its ids. */
    ErasedIds ids(ComplianceBatch batch) throws IOException;

    /** Notes that X has the ids. */
    void submitted(ComplianceBatch batch, String job) throws IOException;

    /** Notes that X's job came to nothing. */
    void failed(ComplianceBatch batch) throws IOException;

    /** Sets tombstones for what X reported; only then the batch is done. */
    void apply(ComplianceBatch batch, List<ComplianceResult> results) throws IOException;
}
