package io.hashlake.core.erasure;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Reports what was removed and what is still to be removed. */
public interface ComplianceReport {

    /** @throws IOException if the warehouse is unavailable */
    ComplianceStatus status() throws IOException;

    /**
     * Returns the removals asked for in an interval, the newest first.
     *
     * @param from inclusive
     * @param to exclusive
     * @throws IOException if the warehouse is unavailable
     */
    List<AuditedErasure> erasures(Instant from, Instant to, int most) throws IOException;
}
