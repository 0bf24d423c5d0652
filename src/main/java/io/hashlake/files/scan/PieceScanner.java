package io.hashlake.files.scan;

/** Finds where a piece of a file ends, however its bytes come. */
public interface PieceScanner {

    /**
     * A new piece begins with the next byte, which is no separator.
     *
     * @param indent blanks at the beginning of the line on which it begins
     */
    void begin(int indent);

    /**
     * Looks at the next bytes of the piece, which are not shown again.
     *
     * @return whether the piece ends within them, or within those before
     */
    boolean scan(byte[] bytes, int from, int to);

    /** The file ends here, and the piece with it, or before. */
    void finish();

    /** The piece is longer than it may be; returns whether it ends before. */
    boolean cut();

    /** Bytes of the piece, once it has ended. */
    long length();

    /** Line ends within it. */
    long lines();

    PieceKind kind();

    /** Bytes that may stand between two pieces: blanks, line ends, RFC 7464's mark, and what holds a list together. */
    static boolean isSeparator(byte value) {
        return switch (value) {
            case '\n', '\r', ' ', '\t', 0x1e, ',', '[', ']', ';', ')' -> true;
            default -> false;
        };
    }
}
