package io.hashlake.core;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/**
 * Requests made to X and posts read from it, by day and source. All processes that share a budget share one ledger.
 * Days are in UTC.
 */
public interface SpendLedger {

    /**
     * Under this name stand posts that a process may read without asking again. No source can have it. What a process had
     * reserved when it was killed stays: rather too much is counted than too little.
     */
    String RESERVED = "x:reserved";

    /**
     * Result of a reservation.
     *
     * @param posts how many may be read
     * @param totals with these
     */
    record Reservation(long posts, SpendTotals totals) {}

    /** Stores nothing, and so never reaches a limit. */
    SpendLedger NONE = new SpendLedger() {
        @Override
        public void add(LocalDate day, Map<String, Spend> amounts) {}

        @Override
        public Reservation reserve(LocalDate day, long posts, Budget budget) {
            return new Reservation(posts, new SpendTotals(0, 0));
        }
    };

    /**
     * Adds to the day's sums, durably, all of it or nothing.
     *
     * @param amounts by source; negative to give back what was {@linkplain #RESERVED reserved}
     * @throws IOException if the ledger cannot be reached, in which case it may have been added all the same
     */
    void add(LocalDate day, Map<String, Spend> amounts) throws IOException;

    /**
     * Reserves as many posts as the budget has left, but no more than wanted. Processes that reserve at the same time see
     * each other: together they do not come past the budget.
     *
     * @param posts how many are wanted; 0 to learn the totals
     * @throws IOException if the ledger cannot be reached; try again later
     */
    Reservation reserve(LocalDate day, long posts, Budget budget) throws IOException;
}
