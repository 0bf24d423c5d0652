package io.hashlake.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** Reads a file piece by piece from any position. */
final class PieceReader implements Closeable {

    /** How much is kept of what is not parsed, in bytes. */
    static final int MAX_KEPT = 64 << 10;

    private static final int CHUNK = 1 << 18;

    private final PlainBytes in;
    private final int maxPiece;
    private PieceScanner scanner;
    private byte[] buffer = new byte[CHUNK];
    private UnreadableFile failure;
    private int head;
    private int limit;
    private long offset;
    private long line;

    private PieceReader(PlainBytes in, int maxPiece) {
        this.in = in;
        this.maxPiece = maxPiece;
    }

    static PieceReader open(InputFile file, FilePosition from, FileSettings settings) throws IOException {
        PieceReader reader = new PieceReader(PlainBytes.of(file, settings.maxRatio()), settings.maxPieceBytes());
        try {
            reader.begin(from);
            return reader;
        } catch (UnreadableFile e) {
            reader.close();
            throw e;
        }
    }

    /** How the file is written shows at its beginning, wherever reading begins. */
    private void begin(FilePosition from) throws UnreadableFile {
        try {
            while (limit < buffer.length && fill()) {
                // goes on until there is enough, or no more
            }
        } catch (UnreadableFile e) {
            failure = e;
        }
        FileStart start = FileStart.of(Arrays.copyOf(buffer, limit));
        scanner = start.scanner();
        line = from.line();
        goTo(Math.max(from.offset(), start.markLength()));
    }

    private void goTo(long place) throws UnreadableFile {
        if (place > limit) {
            in.skipOn(place - limit);
            limit = 0;
        }
        head = (int) Math.min(place, limit);
        offset = place;
    }

    /** Where the next piece begins, or the separators before it. */
    FilePosition position() {
        return new FilePosition(line, offset);
    }

    /** Bytes of the file, as stored, that were needed so far. */
    long stored() {
        return in.stored();
    }

    /**
     * The next piece; null at the end.
     *
     * @throws UnreadableFile if the file cannot be read on; every piece before was given
     */
    Piece next() throws UnreadableFile {
        if (!skipSeparators()) {
            return null;
        }
        scanner.begin();
        long first = line + 1;
        byte[] beginning = null;
        long before = 0;
        int end = scanner.end(buffer, head, limit);
        while (end < 0) {
            if (limit - head > maxPiece) {
                beginning = beginning == null ? kept(limit) : beginning;
                before += limit - head;
                consume(limit);
            }
            end = endBehind(limit - head);
        }
        long length = before + end - head;
        byte[] content = length <= maxPiece ? Arrays.copyOfRange(buffer, head, end) : beginning;
        Piece piece = new Piece(first, content == null ? kept(end) : content, length);
        consume(end);
        line += scanner.lines();
        return piece;
    }

    /** Where the piece ends behind its bytes that were looked at; -1 if not in what could be read at once. */
    private int endBehind(int scanned) throws UnreadableFile {
        return fill() ? scanner.end(buffer, head + scanned, limit) : limit;
    }

    /** The beginning of what comes after the last piece: what a file that is cut short ends with. */
    byte[] rest() {
        return kept(limit);
    }

    private byte[] kept(int end) {
        return Arrays.copyOfRange(buffer, head, Math.min(end, head + Math.min(MAX_KEPT, maxPiece)));
    }

    private boolean skipSeparators() throws UnreadableFile {
        do {
            int next = head;
            while (next < limit && scanner.isSeparator(buffer[next])) {
                line += buffer[next] == '\n' ? 1 : 0;
                next++;
            }
            consume(next);
        } while (head == limit && fill());
        return head < limit;
    }

    private void consume(int to) {
        offset += to - head;
        head = to;
    }

    /** Reads on behind what is there; false at the end. */
    private boolean fill() throws UnreadableFile {
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
