package io.hashlake.tweet;

import java.io.IOException;
import java.util.Optional;

/** Remembers, across restarts, how far each origin has been committed by every sink. */
public interface Cursors {

    /**
     * The origin's position, or empty if it has none yet.
     *
     * @throws IOException if the store cannot be reached; try again later
     */
    Optional<String> position(String origin) throws IOException;

    /**
     * Stores the origin's position durably.
     *
     * @throws IOException if the store cannot be reached; try again later
     */
    void advance(String origin, String position) throws IOException;
}
