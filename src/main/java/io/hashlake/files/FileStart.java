package io.hashlake.files;

/**
 * What a file's first bytes tell of it.
 *
 * @param scanner for the way it is written
 * @param markLength bytes of the mark that says that it is UTF-8; 0 if it has none
 */
record FileStart(PieceScanner scanner, int markLength) {

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** @throws UnreadableFile if it is not in UTF-8 */
    static FileStart of(byte[] start) throws UnreadableFile {
        requireNarrow(start);
        return new FileStart(
                isDocument(start) ? new DocumentScanner() : new LineScanner(), hasMark(start) ? UTF_8_MARK.length : 0);
    }

    /** JSON begins with two ASCII characters, so a zero among them is half of a wider one. */
    private static void requireNarrow(byte[] start) throws UnreadableFile {
        for (int i = 0; i < Math.min(4, start.length); i++) {
            if (start[i] == 0 || start[i] == (byte) 0xff || start[i] == (byte) 0xfe) {
                boolean isNul = start.length > 1 && (start[0] | start[1]) == 0;
                throw new UnreadableFile(isNul ? "begins with NUL bytes" : "is not in UTF-8");
            }
        }
    }

    private static boolean hasMark(byte[] start) {
        return start.length >= UTF_8_MARK.length
                && start[0] == UTF_8_MARK[0]
                && start[1] == UTF_8_MARK[1]
                && start[2] == UTF_8_MARK[2];
    }

    /** JSON that is complete never ends so: a first line that does goes on in the next one. */
    private static boolean isDocument(byte[] start) {
        byte last = 0;
        for (byte value : start) {
            if (value == '\n' && last != 0) {
                return last == '{' || last == '[' || last == ',';
            }
            last = value <= ' ' && value >= 0 ? last : value;
        }
        return false;
    }
}
