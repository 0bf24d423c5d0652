package io.hashlake.files;

/**
 * A place in a file's plain bytes.
 *
 * @param line line ends before it
 * @param offset bytes before it, after decompression
 */
record FilePosition(long line, long offset) {

    static final FilePosition START = new FilePosition(0, 0);

    FilePosition {
        if (line < 0 || offset < line) {
            throw new IllegalArgumentException("no place in a file: line " + line + ", byte " + offset);
        }
    }

    /** What {@link #toString} wrote. */
    static FilePosition parse(String position) {
        String[] parts = position.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + position + "' is no position in a file: expected LINES:BYTES");
        }
        return new FilePosition(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return line + ":" + offset;
    }
}
