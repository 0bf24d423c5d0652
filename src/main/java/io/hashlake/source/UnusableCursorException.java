package io.hashlake.source;

import java.io.IOException;

/**
 * A stored position from which its origin cannot continue: another source's, or not a position at all. Only a person
 * can mend it.
 */
public final class UnusableCursorException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param stored the cursor, as it is stored */
    public UnusableCursorException(String origin, String stored, IllegalArgumentException reason) {
        super(
                "the cursor of " + origin + " is '" + stored
                        + "', from which it cannot go on: give one of the two that use"
                        + " this name another, or delete its row of ops.cursor to begin anew",
                reason);
    }
}
