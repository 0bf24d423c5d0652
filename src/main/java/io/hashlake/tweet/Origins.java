package io.hashlake.tweet;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What an origin may be called. */
public final class Origins {

    /** Origins become parts of file names, which end at 255 bytes. */
    private static final int MOST_BYTES = 150;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");

    private Origins() {}

    /** The name itself, or an error that says what is allowed. */
    public static String require(String name) {
        boolean allowed = name != null
                && NAME.matcher(name).matches()
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        if (!allowed) {
            throw new IllegalArgumentException("'" + name
                    + "' cannot name a source: use letters, digits, dots, underscores and hyphens, up to 150 bytes");
        }
        return name;
    }
}
