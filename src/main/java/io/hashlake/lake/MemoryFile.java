package io.hashlake.lake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file that grows in memory, chunk by chunk, so that nothing is copied as it grows. */
final class MemoryFile extends PositionOutputStream implements OutputFile {

    private static final int SMALLEST_CHUNK = 4 << 10;
    private static final int LARGEST_CHUNK = 256 << 10;

    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long size;

    /** What was written, ready to be read. */
    List<ByteBuffer> content() {
        List<ByteBuffer> content = new ArrayList<>(full);
        content.add(chunk.duplicate().flip());
        return content;
    }

    @Override
    public long getPos() {
        return size;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (!chunk.hasRemaining()) {
                addChunk();
            }
            int fits = Math.min(left, chunk.remaining());
            chunk.put(bytes, from, fits);
            from += fits;
            left -= fits;
        }
        size += length;
    }

    private void addChunk() {
        full.add(chunk.flip());
        chunk = ByteBuffer.allocate((int) Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK, size)));
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
