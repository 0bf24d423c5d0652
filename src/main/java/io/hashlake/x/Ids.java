package io.hashlake.x;

/** Reads ids straight from the characters. */
final class Ids {

    private static final int MAX_DIGITS = 19;

    private Ids() {}

    /** The decimal number, or -1 if it is none that fits 64 bits. */
    static long parse(char[] text, int start, int length) {
        if (length == 0 || length > MAX_DIGITS) {
            return -1;
        }
        long id = 0;
        for (int i = start; i < start + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            id = id * 10 + digit;
        }
        return id < 0 ? -1 : id;
    }
}
