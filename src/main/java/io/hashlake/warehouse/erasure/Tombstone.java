package io.hashlake.warehouse.erasure;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One tombstone that is to be set.
 *
 * @param reason {@link #FORGOTTEN}, or X's
 */
public record Tombstone(Kind kind, long id, String reason) {

    /** Reason where a person asked for it. */
    public static final String FORGOTTEN = "forgotten";

    /** Extent of a tombstone. */
    public enum Kind {
        POST,
        USER,
        PLACE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Tombstone {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /** Tombstones of posts that somebody wants to be forgotten. */
    public static List<Tombstone> forgottenPosts(List<String> ids) {
        return ids.stream()
                .map(id -> new Tombstone(Kind.POST, Long.parseLong(id), FORGOTTEN))
                .toList();
    }

    Tombstone ofPost(long post) {
        return new Tombstone(Kind.POST, post, reason);
    }
}
