package io.hashlake.core;

import io.hashlake.tweet.Hashtag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Rules for the names of origins. */
public final class Origins {

    /** Origins become parts of file names, which end at 255 bytes. */
    private static final int MAX_BYTES = 240;

    /** Prefix of a file's origin. */
    public static final String FILE = "file-";

    private static final String GAPS = ".gaps";

    private Origins() {}

    /** The name itself, or an error that says what is allowed. */
    public static String require(String name) {
        boolean allowed =
                name != null && !name.isEmpty() && name.codePoints().allMatch(Origins::isPart) && isShort(name);
        if (!allowed) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot name a source: use letters, digits, dots, underscores and hyphens, up to "
                            + MAX_BYTES + " bytes");
        }
        return name;
    }

    /** The origin of what fills the source's gaps: its name with {@code .gaps}, or a hash of it where that is too long. */
    public static String gapsOf(String source) {
        String origin = source + GAPS;
        return isShort(origin) ? origin : UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)) + GAPS;
    }

    /** Whatever a hashtag may hold, so that each can name its source, and a few more. */
    private static boolean isPart(int c) {
        int type = Character.getType(c);
        return Hashtag.isPart(c)
                || c == '.'
                || c == '-'
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Returns whether batches of this origin come from a file. */
    public static boolean isFile(String origin) {
        return origin.startsWith(FILE);
    }

    /** Returns the name by which meters and traces count batches of this origin: files together, as their number has no bound. */
    public static String counted(String origin) {
        return isFile(origin) ? "files" : origin;
    }

    private static boolean isShort(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
