package io.hashlake.tweet;

import java.util.regex.Pattern;

/** What an origin may be called. */
public final class Origins {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,200}");

    private Origins() {}

    /** The name itself, or an error that says what is allowed. */
    public static String require(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot name a source: use 1 to 200 letters, digits, dots, underscores and hyphens");
        }
        return name;
    }
}
