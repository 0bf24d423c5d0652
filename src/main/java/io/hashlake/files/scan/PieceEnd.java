package io.hashlake.files.scan;

/** Counts a piece's bytes and lines, and remembers where it ends, or might have to end. */
final class PieceEnd {

    private static final long NONE = -1;

    private long scanned;
    private long lines;
    private boolean isAtLineStart;
    private int indent;
    private long lineEnd;
    private long linesBefore;
    private long candidate;
    private long candidateLines;
    private long weak;
    private long weakLines;
    private long length;
    private long lengthLines;

    void begin() {
        scanned = 0;
        lines = 0;
        isAtLineStart = false;
        candidate = NONE;
        weak = NONE;
        length = NONE;
    }

    /** One more byte belongs to the piece. */
    void count(byte value) {
        if (value == '\n') {
            lineEnd = scanned;
            linesBefore = lines;
            lines++;
            isAtLineStart = true;
            indent = 0;
        } else if (isAtLineStart) {
            isAtLineStart = PieceScanner.isSeparator(value) && value != '[' && value != ']';
            indent++;
        }
        scanned++;
    }

    boolean isAtLineStart() {
        return isAtLineStart;
    }

    /** Returns whether the next byte is the first of its line after at most so many blanks. */
    boolean isAtLineStart(int atMost) {
        return isAtLineStart && indent <= atMost;
    }

    /** The line at whose beginning the bytes stand may belong to the next piece; the first such line counts. */
    void markLine() {
        if (candidate == NONE) {
            candidate = lineEnd;
            candidateLines = linesBefore;
        }
    }

    /** A place within a line at which the next piece may begin, which counts where no line does. */
    void markPlace(long place, long linesUpToThere) {
        if (weak == NONE) {
            weak = place;
            weakLines = linesUpToThere;
        }
    }

    /** Such a place counts no longer. */
    void forgetPlace() {
        weak = NONE;
    }

    boolean hasMark() {
        return candidate != NONE;
    }

    boolean hasPlace() {
        return weak != NONE;
    }

    /** The piece ends at the place that was marked; returns how many bytes are to be looked at again. */
    long endAtPlace() {
        length = weak;
        lengthLines = weakLines;
        return scanned - weak;
    }

    /** The piece ends before the line that was marked; returns how many bytes are to be looked at again. */
    long endAtMark() {
        length = candidate;
        lengthLines = candidateLines;
        return scanned - candidate;
    }

    /** The piece ends before the next byte. */
    void end() {
        length = scanned;
        lengthLines = lines;
    }

    boolean isOpen() {
        return length == NONE;
    }

    long scanned() {
        return scanned;
    }

    long scannedLines() {
        return lines;
    }

    long length() {
        return length;
    }

    long lines() {
        return lengthLines;
    }
}
