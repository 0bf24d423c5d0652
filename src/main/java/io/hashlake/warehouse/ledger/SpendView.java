package io.hashlake.warehouse.ledger;

/**
 * Requests and posts of one source, by UTC day and month.
 *
 * @param source the source, {@code NAME.gaps} for what fills its gaps, or {@code x:stream} for what is no source's
 * @param postsThisMonth from the first of the month up to today
 */
public record SpendView(String source, long requestsToday, long postsToday, long postsThisMonth) {}
