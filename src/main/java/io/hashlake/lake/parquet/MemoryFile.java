package io.hashlake.lake.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file that grows in memory, chunk by chunk, so that nothing is copied as it grows. */
final class MemoryFile extends PositionOutputStream implements OutputFile {

    private static final int SMALLEST_CHUNK = 16 << 10;
    private static final int LARGEST_CHUNK = 256 << 10;

    private final List<ByteBuffer> full = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;
    private long size;

    /** Returns the bytes written so far, ready to be read. */
    List<ByteBuffer> content() {
        List<ByteBuffer> content = new ArrayList<>(full);
        content.add(ByteBuffer.wrap(chunk, 0, used));
        return content;
    }

    @Override
    public long getPos() {
        return size;
    }

    @Override
    public void write(int octet) {
        if (used == chunk.length) {
            addChunk();
        }
        chunk[used++] = (byte) octet;
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (used == chunk.length) {
                addChunk();
            }
            int fits = Math.min(end - from, chunk.length - used);
            System.arraycopy(bytes, from, chunk, used, fits);
            from += fits;
            used += fits;
            size += fits;
        }
    }

    private void addChunk() {
        full.add(ByteBuffer.wrap(chunk, 0, used));
        chunk = new byte[(int) Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK, size))];
        used = 0;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }
}
