package io.hashlake.files;

import io.hashlake.core.Position;
import io.hashlake.core.Position.Kind;
import java.util.List;

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

    /** The position {@code LINES:BYTES}. */
    static FilePosition of(Position position) {
        List<Long> numbers = position.numbersOf(Kind.FILE);
        return new FilePosition(numbers.get(0), numbers.get(1));
    }

    @Override
    public String toString() {
        return Position.of(Kind.FILE, line, offset).toString();
    }
}
