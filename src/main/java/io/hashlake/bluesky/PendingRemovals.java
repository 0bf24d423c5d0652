package io.hashlake.bluesky;

import io.hashlake.core.erasure.RemovalLedger;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Removals that were read and not noted yet. For one thread. */
final class PendingRemovals {

    private final RemovalLedger removals;
    private final Set<Long> taken = new HashSet<>();
    private final Set<Long> posts = new HashSet<>();
    private final Set<Long> accounts = new HashSet<>();

    PendingRemovals(RemovalLedger removals) {
        this.removals = removals;
    }

    /** @param isTaken whether it was handed over lately, and may still be on its way */
    void post(long id, boolean isTaken) {
        (isTaken ? taken : posts).add(id);
    }

    void account(long id) {
        accounts.add(id);
    }

    /** @throws JetstreamException if they cannot be noted: they have to be read again */
    void note() throws JetstreamException {
        if (taken.isEmpty() && posts.isEmpty() && accounts.isEmpty()) {
            return;
        }
        try {
            removals.note(taken, posts, accounts);
        } catch (IOException e) {
            throw new JetstreamException("stopped", "deletions cannot be noted: " + e.getMessage());
        }
        taken.clear();
        posts.clear();
        accounts.clear();
    }
}
