package io.hashlake.core.erasure;

import java.io.IOException;
import java.util.Set;

/** Takes note of posts that a network says are gone. Every method may be repeated. */
@FunctionalInterface
public interface RemovalLedger {

    /** Ignores them. */
    RemovalLedger NONE = (taken, posts, accounts) -> {};

    /**
     * Sees to it that stored posts are erased.
     *
     * @param taken posts that were handed to the sinks, which may not have stored them yet
     * @param posts others, most of which nobody has stored
     * @param accounts accounts whose posts are gone
     * @throws IOException if that cannot be noted now
     */
    void note(Set<Long> taken, Set<Long> posts, Set<Long> accounts) throws IOException;
}
