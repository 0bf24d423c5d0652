package io.hashlake.x.stream.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

/** Reads lines of bytes, each ended by a line feed with or without a carriage return. Of a line that is too long it keeps a part. */
final class LineReader {

    private static final int CHUNK = 1 << 16;
    private static final int KEPT_OF_TOO_LONG = 1 << 14;

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private int scanned;
    private long dropped;

    /** @param limit the longest line that is kept whole, in bytes */
    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** @throws EOFException at the end; what stands behind the last line feed is no line */
    StreamConnection.RawLine next() throws IOException {
        long waited = 0;
        while (!findEnd()) {
            long before = System.nanoTime();
            fill();
            waited = Math.max(waited, System.nanoTime() - before);
        }
        return line(Duration.ofNanos(waited));
    }

    private boolean findEnd() {
        while (scanned < end) {
            if (buffer[scanned] == '\n') {
                return true;
            }
            scanned++;
        }
        return false;
    }

    private void fill() throws IOException {
        makeRoom();
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("the stream has ended");
        }
        end += count;
    }

    /** A line that is longer than the limit is passed over, and only its beginning stays. */
    private void makeRoom() {
        if (end < buffer.length) {
            return;
        }
        int length = end - start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, length);
        } else if (length <= limit) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * length, limit + CHUNK));
        } else {
            dropped += length - KEPT_OF_TOO_LONG;
            length = KEPT_OF_TOO_LONG;
        }
        start = 0;
        end = length;
        scanned = length;
    }

    private StreamConnection.RawLine line(Duration waited) {
        int last = scanned > start && buffer[scanned - 1] == '\r' ? scanned - 1 : scanned;
        long length = last - start + dropped;
        int kept = length > limit ? Math.min(last - start, KEPT_OF_TOO_LONG) : last - start;
        byte[] bytes = Arrays.copyOfRange(buffer, start, start + kept);
        start = scanned + 1;
        scanned = start;
        dropped = 0;
        if (start == end) {
            reset();
        }
        return new StreamConnection.RawLine(bytes, length, waited);
    }

    private void reset() {
        start = 0;
        end = 0;
        scanned = 0;
        if (buffer.length > CHUNK) {
            buffer = new byte[CHUNK];
        }
    }
}
