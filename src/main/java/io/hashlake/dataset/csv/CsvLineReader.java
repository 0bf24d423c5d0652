package io.hashlake.dataset.csv;

import java.io.IOException;
import java.io.Reader;

/** Reads lines, of each no more than fits in memory. Lines end with LF, CR LF or CR. */
final class CsvLineReader {

    /** Characters of a line that are kept. */
    static final int MAX_LENGTH = 1 << 20;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private boolean isAfterCarriageReturn;
    private long number;

    CsvLineReader(Reader in) {
        this.in = in;
    }

    /** Returns the next line, or null at the end. */
    Line next() throws IOException {
        skipLineFeed();
        if (at == end && !fill()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        long length = 0;
        do {
            int start = at;
            while (at < end && !isEnding(buffer[at])) {
                at++;
            }
            length += at - start;
            text.append(buffer, start, Math.min(at - start, MAX_LENGTH - text.length()));
        } while (at == end && fill());
        finish();
        return new Line(++number, text.toString(), length > MAX_LENGTH);
    }

    /** Steps over the line's ending. */
    private void finish() {
        if (at < end) {
            isAfterCarriageReturn = buffer[at++] == '\r';
        }
    }

    private void skipLineFeed() throws IOException {
        if (isAfterCarriageReturn && (at < end || fill()) && buffer[at] == '\n') {
            at++;
        }
        isAfterCarriageReturn = false;
    }

    private static boolean isEnding(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
