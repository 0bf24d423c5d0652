package io.hashlake.core.spend;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/**
 * Ledger of what was read from X, by day, source, resource and price. All processes that share a budget share one ledger. Days are
 * in UTC.
 */
public interface SpendLedger {

    /**
     * Name under which posts stand that a process may read without asking again. No source can have it. What a process had
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
        public void add(LocalDate day, Map<SpendItem, Long> amounts) {}

        @Override
        public Reservation reserve(LocalDate day, long posts, Dollars price, Budget budget) {
            return new Reservation(posts, SpendTotals.NOTHING);
        }
    };

    /** Returns the line under which posts are reserved that may cost so much each. */
    static SpendItem reserved(Dollars price) {
        return new SpendItem(RESERVED, Resource.POST, price);
    }

    /**
     * Adds to the day's amounts, durably, all of it or nothing.
     *
     * @param amounts negative to give back what was {@linkplain #RESERVED reserved}
     * @throws IOException if the ledger cannot be reached, in which case it may have been added all the same
     */
    void add(LocalDate day, Map<SpendItem, Long> amounts) throws IOException;

    /**
     * Reserves as many posts as the budget has left, but no more than wanted. Processes that reserve at the same time see
     * each other: together they do not come past the budget.
     *
     * @param posts how many are wanted; 0 to learn the totals
     * @param price the most that one may cost, with all that comes with it
     * @throws IOException if the ledger cannot be reached; try again later
     */
    Reservation reserve(LocalDate day, long posts, Dollars price, Budget budget) throws IOException;
}
