package io.hashlake.files.scan;

/** The first bytes of an object up to the end of its first name, and where others like it begin within it. */
final class Beginning {

    private static final int MAX_BYTES = 64;

    private final byte[] bytes = new byte[MAX_BYTES];
    private int length;
    private int quotes;
    private int matched;

    void begin() {
        length = 0;
        quotes = 0;
        matched = 0;
    }

    /** Takes a byte; returns whether it is the last of another beginning. */
    boolean take(byte value) {
        if (quotes < 2 && length < MAX_BYTES) {
            bytes[length++] = value;
            quotes += value == '"' ? 1 : 0;
            return false;
        }
        if (matched < length && value == bytes[matched]) {
            matched++;
        } else {
            matched = value == '{' ? 1 : 0;
        }
        return matched == length && quotes == 2;
    }

    int length() {
        return length;
    }
}
