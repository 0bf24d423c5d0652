package io.hashlake.tweet;

import java.util.Locale;

/** Network on which posts are written. */
public enum Network {
    X,
    BLUESKY,
    MASTODON;

    /** Returns its name in every store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the network of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Network of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
