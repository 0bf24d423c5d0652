package io.hashlake.dynamodb;

/**
 * Result of putting one item.
 *
 * @param reason why it is refused or waits; empty otherwise
 */
record PutResult(PendingItem item, Outcome outcome, String reason) {

    /** Kinds of results. */
    enum Outcome {
        /** The table did not have the post. */
        CREATED,
        /** The table had an earlier observation of the post. */
        REPLACED,
        /** The table has the same observation of the post or a newer one. */
        KNOWN,
        /** DynamoDB can never take it. */
        REFUSED,
        /** DynamoDB does not take it just now. */
        WAITING
    }

    PutResult(PendingItem item, Outcome outcome) {
        this(item, outcome, "");
    }

    boolean isStored() {
        return outcome.compareTo(Outcome.KNOWN) <= 0;
    }
}
