package io.hashlake.mastodon;

import java.util.Comparator;

/**
 * Progress on one server: everything that it had listed up to this id was handed over.
 *
 * @param id opaque to all but the server, which counts it up: a longer one is newer, then what is later in the alphabet; empty
 *     before the first page was read
 */
record StatusPosition(String id) implements Comparable<StatusPosition> {

    /** Nothing was read yet: the newest page comes first. */
    static final StatusPosition NONE = new StatusPosition("");

    /** The timeline was empty: everything is new. */
    static final StatusPosition ZERO = new StatusPosition("0");

    private static final String PREFIX = "status:";
    private static final Comparator<StatusPosition> ORDER = Comparator.<StatusPosition>comparingInt(
                    position -> position.id.length())
            .thenComparing(StatusPosition::id);

    StatusPosition {
        if (!id.matches("[A-Za-z0-9_-]{0,64}")) {
            throw new IllegalArgumentException("'" + id + "' is no status's id");
        }
    }

    static StatusPosition parse(String stored) {
        if (!stored.startsWith(PREFIX)) {
            throw new IllegalArgumentException("'" + stored + "' is no position on a server of Mastodon");
        }
        return new StatusPosition(stored.substring(PREFIX.length()));
    }

    boolean isNone() {
        return id.isEmpty();
    }

    @Override
    public int compareTo(StatusPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return PREFIX + id;
    }
}
