package io.hashlake.tweet;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** What an origin may be called. */
public final class Origins {

    /** Origins become parts of file names, which end at 255 bytes. */
    private static final int MOST_BYTES = 150;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");

    private static final String GAPS = ".gaps";

    private Origins() {}

    /** The name itself, or an error that says what is allowed. */
    public static String require(String name) {
        boolean allowed = name != null && NAME.matcher(name).matches() && isShort(name);
        if (!allowed) {
            throw new IllegalArgumentException("'" + name
                    + "' cannot name a source: use letters, digits, dots, underscores and hyphens, up to 150 bytes");
        }
        return name;
    }

    /** The origin of what fills the source's gaps: its name with {@code .gaps}, or a hash of it where that is too long. */
    public static String gapsOf(String source) {
        String origin = source + GAPS;
        return isShort(origin) ? origin : UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)) + GAPS;
    }

    private static boolean isShort(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
