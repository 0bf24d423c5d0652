package io.hashlake.warehouse.ledger;

import io.hashlake.core.spend.Used;

/**
 * Requests, posts and dollars of one source, by UTC day and month.
 *
 * @param source the source, {@code NAME.gaps} for what fills its gaps, or {@code x:stream} for what is no source's
 * @param thisMonth from the first of the month up to today
 */
public record SpendView(String source, long requestsToday, Used today, Used thisMonth) {

    /** A source that has read nothing. */
    public static SpendView none(String source) {
        return new SpendView(source, 0, Used.NOTHING, Used.NOTHING);
    }
}
