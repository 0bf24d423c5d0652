package io.hashlake.warehouse.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Posts of a day, in UTC, as counted here and as X says that it bills them.
 *
 * @param counted without those that came with others
 */
public record SpendComparison(LocalDate day, long counted, long billed, Instant comparedAt) {

    /** Returns how many more X bills than were counted; negative where it bills fewer. */
    public long difference() {
        return billed - counted;
    }
}
