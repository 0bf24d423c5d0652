package io.hashlake.files;

/** Finds where a piece of a file ends, however its bytes come. */
interface PieceScanner {

    /** Whether the byte may stand between two pieces. */
    boolean isSeparator(byte value);

    /** A new piece begins with the next byte, which is no separator. */
    void begin();

    /** Where the piece ends, exclusively; -1 if it goes on after these bytes, which are not shown again. */
    int end(byte[] bytes, int from, int to);

    /** Line ends within the piece so far. */
    long lines();
}
