package io.hashlake.live;

import io.hashlake.core.erasure.ComplianceStatus;
import java.io.IOException;

/** Reports on what the use of X's data obliges to: to pay, and to remove what is gone. */
@FunctionalInterface
public interface ObligationReport {

    /** Returns what reading has cost; null where it is not known. */
    SpendToday spend() throws IOException;

    /** Returns how far removals are; null where it is not known. */
    default ComplianceStatus removals() throws IOException {
        return null;
    }
}
