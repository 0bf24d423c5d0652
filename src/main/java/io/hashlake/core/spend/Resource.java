package io.hashlake.core.spend;

import java.util.Locale;

/** Resource of X that is read, and that may have a price. */
public enum Resource {
    /** A request, whatever it is for; free by itself. */
    REQUEST,
    /** A post that was searched for or streamed. */
    POST,
    /** A post that another one quotes, answers or repeats, and that came with it. */
    INCLUDED_POST,
    /** An account that came with its post. */
    USER,
    /** A request for the number of posts of the last seven days. */
    COUNTS_RECENT,
    /** A request for the number of posts of the full archive. */
    COUNTS_ALL,
    /** A post of the app's owner, or one that mentions them. */
    OWNED_READ;

    /** Returns the name as written in the warehouse and the API: {@code counts_recent}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Resource of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
