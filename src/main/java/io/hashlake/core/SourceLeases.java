package io.hashlake.core;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The right of one process to follow an origin: of several that share a warehouse and a lake, one moves its cursor and writes its
 * rows. A lease ends when its process ends, or has not renewed it for a while; each one has a token that no other ever has, by
 * which the database and the lake refuse what comes late.
 *
 * <p>By default nothing is shared, and every origin is this process's.
 */
public interface SourceLeases {

    /** Puts the origin among those that are claimed together with the next one. */
    default void want(String origin) {}

    /**
     * Takes the origin's lease, or makes sure that it is held. What an earlier lease was lost with must be over: nothing of the
     * origin may be under way in this process.
     *
     * @throws StandbyException if another process has it; it is tried again in the background
     * @throws IOException if that cannot be known now; try again later
     */
    default void claim(String origin) throws IOException {}

    /** Gives the lease back a few seconds later, and no longer waits for it. */
    default void release(String origin) {}

    /**
     * Ensures that no other process follows the origin now, without a request to the lease store.
     *
     * @throws LostLeaseException if the lease was lost: nothing of the origin may be written any more
     * @throws IOException if it was not renewed in time, and may have been lost; try again later
     */
    default void ensureHeld(String origin) throws IOException {}

    /** Returns whether this process holds the origin's lease, as {@link #ensureHeld} checks it. */
    default boolean isHeld(String origin) {
        try {
            ensureHeld(origin);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether this process waits for the origin's lease, or is known to have lost it. */
    default boolean isStandby(String origin) {
        return false;
    }

    /** The token under which the origin is written: empty where there are no leases, one that is never valid where it is lost. */
    default OptionalLong token(String origin) {
        return OptionalLong.empty();
    }

    /**
     * The other process that follows the origin; empty if none does.
     *
     * @throws IOException if that cannot be known now; try again later
     */
    default Optional<String> follower(String origin) throws IOException {
        return Optional.empty();
    }

    /** Lets the listener know from now on. */
    default void listen(Listener listener) {}

    /** Hears of origins that come from another process, or may go to one. */
    interface Listener {

        /** They are about to be held here; nothing of them is written before this returns. */
        default void taking(Set<String> origins) {}

        /** They are held here. */
        default void taken(Set<String> origins) {}

        /** They were held here, and another process may follow them. */
        default void lost(Set<String> origins) {}
    }
}
