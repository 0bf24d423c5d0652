package io.hashlake.core;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers, across restarts, how far each origin has been committed by every sink. An origin's cursor is moved by the process
 * that holds its lease.
 */
public interface Cursors extends SourceLeases {

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

    /**
     * Stores the positions of several origins durably; if it fails, of any of them.
     *
     * @param positions by origin
     * @throws IOException if the store cannot be reached; try again later
     */
    default void advanceAll(Map<String, String> positions) throws IOException {
        for (Map.Entry<String, String> entry : positions.entrySet()) {
            advance(entry.getKey(), entry.getValue());
        }
    }

    /**
     * Stores the origin's position before long, perhaps together with those of others. {@link #position} does not give it
     * before it is durable.
     *
     * @throws IOException if it is known that the store cannot be reached; try again later
     */
    default void advanceSoon(String origin, String position) throws IOException {
        advance(origin, position);
    }
}
