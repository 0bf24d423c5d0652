package io.hashlake.files.compression;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of a file as stored, counted. A decoder takes from them what belongs to its member, and no more. */
public final class StoredBytes extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int head;
    private int limit;
    private long before;

    public StoredBytes(InputStream in) {
        this.in = in;
    }

    /** Bytes that were taken so far. */
    public long position() {
        return before + head;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[head++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, limit - head);
        System.arraycopy(buffer, head, bytes, from, read);
        head += read;
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long there = Math.min(Math.max(0, bytes), limit - head);
        head += (int) there;
        long beyond = bytes > there ? in.skip(bytes - there) : 0;
        before += beyond;
        return there + beyond;
    }

    boolean isAtEnd() throws IOException {
        return !fill();
    }

    /** The next byte. */
    int require() throws IOException {
        int value = read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    /** Reads that many bytes as a little-endian number. */
    long requireNumber(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) require() << Byte.SIZE * i;
        }
        return number;
    }

    /** Moves the next so many bytes there. */
    void require(int bytes, ByteBuffer target) throws IOException {
        for (int left = bytes; left > 0; ) {
            if (!fill()) {
                throw new EOFException();
            }
            int taken = Math.min(left, limit - head);
            target.put(buffer, head, taken);
            head += taken;
            left -= taken;
        }
    }

    void skipZeros() throws IOException {
        while (fill() && buffer[head] == 0) {
            head++;
        }
    }

    /** Returns the buffered bytes, which {@link #take} consumes; empty only at the end. */
    ByteBuffer peek() throws IOException {
        fill();
        return ByteBuffer.wrap(buffer, head, limit - head);
    }

    void take(int bytes) {
        head += bytes;
    }

    /** Fills the buffer if it is empty; returns whether it holds at least one byte. */
    private boolean fill() throws IOException {
        if (head < limit) {
            return true;
        }
        before += limit;
        head = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
