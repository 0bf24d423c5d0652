package io.hashlake.files;

import io.hashlake.files.scan.DocumentScanner;
import io.hashlake.files.scan.LineScanner;
import io.hashlake.files.scan.PieceScanner;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** Reads a file piece by piece from any position. */
final class PieceReader implements Closeable {

    /** Bytes kept of a piece that is not parsed. */
    static final int MAX_KEPT = 64 << 10;

    private static final int CHUNK = 1 << 18;

    /** A piece that is too long may yet turn out to end before the last line end, and this much may follow that. */
    private static final int MAX_BLANKS = 1 << 8;

    private final PlainBytes in;
    private final int maxPiece;
    private final DocumentScanner documents = new DocumentScanner();
    private PieceScanner scanner = new LineScanner();
    private FileStart start;
    private byte[] buffer = new byte[CHUNK];
    private UnreadableFileException failure;
    private int head;
    private int limit;
    private long offset;
    private long line;
    /** Blanks at the beginning of the line, and whether nothing else has come in it. */
    private int indent;

    private boolean isInIndent = true;
    /** Start of the last piece, in the buffer. */
    private int last;

    private PieceReader(PlainBytes in, int maxPiece) {
        this.in = in;
        this.maxPiece = maxPiece;
    }

    static PieceReader open(InputFile file, FilePosition from, FileSettings settings) throws IOException {
        PieceReader reader = new PieceReader(PlainBytes.of(file, settings.maxRatio()), settings.maxPieceBytes());
        try {
            reader.begin(from);
            return reader;
        } catch (UnreadableFileException e) {
            reader.close();
            throw e;
        }
    }

    /** Detects the file's format from its first bytes, wherever reading begins. */
    private void begin(FilePosition from) throws UnreadableFileException {
        try {
            while (limit < buffer.length && fill()) {
                // goes on until there is enough, or no more
            }
        } catch (UnreadableFileException e) {
            failure = e;
        }
        start = FileStart.of(Arrays.copyOf(buffer, limit), in.compression());
        line = from.line();
        goTo(Math.max(from.offset(), start.markLength()));
    }

    private void goTo(long place) throws UnreadableFileException {
        if (place > limit) {
            in.skipOn(place - limit);
            limit = 0;
        }
        head = (int) Math.min(place, limit);
        offset = place;
    }

    /** Returns where the next piece begins, or the separators before it. */
    FilePosition position() {
        return new FilePosition(line, offset);
    }

    /** Bytes of the file, as stored, that were needed so far. */
    long stored() {
        return in.stored();
    }

    FileStart start() {
        return start;
    }

    /**
     * The next piece; null at the end.
     *
     * @throws UnreadableFileException if the file cannot be read on; every piece before was given
     */
    Piece next() throws UnreadableFileException {
        if (!skipSeparators()) {
            return null;
        }
        if (buffer[head] != '{') {
            scanner = documents;
        }
        return piece();
    }

    /** The last piece, which was taken for a document because it was a line, comes again as what it really is. */
    void readLineAgain() {
        offset -= head - last;
        head = last;
        scanner = documents;
    }

    private Piece piece() throws UnreadableFileException {
        scanner.begin(indent);
        byte[] beginning = null;
        long before = 0;
        boolean hasEnded = scanner.scan(buffer, head, limit);
        while (!hasEnded) {
            if (limit - head > maxPiece) {
                if (scanner != documents) {
                    scanner = documents;
                    return piece();
                }
                if (scanner.cut()) {
                    break;
                }
                beginning = beginning == null ? kept(limit) : beginning;
                before += limit - head - MAX_BLANKS;
                consume(limit - MAX_BLANKS);
            }
            hasEnded = scanOn(limit - head);
        }
        return piece(beginning, before);
    }

    private boolean scanOn(int scanned) throws UnreadableFileException {
        if (hasMore()) {
            return scanner.scan(buffer, head + scanned, limit);
        }
        scanner.finish();
        return true;
    }

    /** A line before which the file cannot be read on may be whole all the same. */
    private boolean hasMore() throws UnreadableFileException {
        try {
            return fill();
        } catch (UnreadableFileException e) {
            failure = e;
            if (scanner == documents) {
                throw e;
            }
            return false;
        }
    }

    /** @param beginning of a piece that is too long, and how much of it has gone by; else null */
    private Piece piece(byte[] beginning, long before) {
        int end = (int) Math.max(head, head + scanner.length() - before);
        int contentEnd = withoutSeparators(end);
        long length = before + contentEnd - head;
        byte[] content = length <= maxPiece ? Arrays.copyOfRange(buffer, head, contentEnd) : beginning;
        Piece piece = new Piece(scanner.kind(), line + 1, content == null ? kept(contentEnd) : content, length);
        last = head;
        isInIndent = false;
        consume(end);
        line += scanner.lines();
        return piece;
    }

    /** A line may end in a comma or a carriage return, and what is cut short in a line end. */
    private int withoutSeparators(int end) {
        int place = end;
        while (place > head && PieceScanner.isSeparator(buffer[place - 1])) {
            place--;
        }
        return place;
    }

    /** The beginning of what comes after the last piece: what a file that is cut short ends with. */
    byte[] rest() {
        return kept(limit);
    }

    private byte[] kept(int end) {
        return Arrays.copyOfRange(buffer, head, Math.min(end, head + Math.min(MAX_KEPT, maxPiece)));
    }

    private boolean skipSeparators() throws UnreadableFileException {
        do {
            int next = head;
            while (next < limit && PieceScanner.isSeparator(buffer[next])) {
                noteSeparator(buffer[next]);
                next++;
            }
            consume(next);
        } while (head == limit && fill());
        return head < limit;
    }

    private void noteSeparator(byte value) {
        if (value == '\n') {
            line++;
            indent = 0;
            isInIndent = true;
        } else if (value == '[' || value == ']') {
            isInIndent = false;
        } else if (isInIndent) {
            indent++;
        }
    }

    private void consume(int to) {
        offset += to - head;
        head = to;
    }

    /** Reads on behind what is there; false at the end. */
    private boolean fill() throws UnreadableFileException {
        if (failure != null) {
            throw failure;
        }
        if (head > 0) {
            System.arraycopy(buffer, head, buffer, 0, limit - head);
            limit -= head;
            head = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
