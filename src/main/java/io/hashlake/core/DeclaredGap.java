package io.hashlake.core;

import java.time.Instant;
import java.util.Objects;

/**
 * A gap as stored in the ledger.
 *
 * @param id grows in the order of declaration
 * @param settledAt when it left the state open; null while open
 * @param postsFound posts that were handed on to fill it; 0 while open
 * @param note what a person should know beside the reason; null where nothing
 */
public record DeclaredGap(
        long id, Gap gap, GapState state, Instant declaredAt, Instant settledAt, long postsFound, String note) {

    public DeclaredGap {
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(declaredAt, "declaredAt");
    }
}
