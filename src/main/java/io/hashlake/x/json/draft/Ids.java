package io.hashlake.x.json.draft;

/** Reads ids straight from the characters. */
public final class Ids {

    /** No id. */
    public static final long NONE = -1;

    private static final int MAX_DIGITS = 19;

    private Ids() {}

    /** The id; null where there is none. */
    public static Long orNull(long id) {
        return id == NONE ? null : (Long) id;
    }

    /** The first of two that is given. */
    public static long first(long id, long other) {
        return id == NONE ? other : id;
    }

    /** The decimal number, or {@link #NONE} if it is none that fits 64 bits. */
    public static long parse(char[] text, int start, int length) {
        if (length == 0 || length > MAX_DIGITS) {
            return NONE;
        }
        long id = 0;
        for (int i = start; i < start + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            id = id * 10 + digit;
        }
        return id < 0 ? NONE : id;
    }
}
