package io.hashlake.lake.parquet;

import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import io.hashlake.lake.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A stored object as Parquet reads it. */
record ObjectInputFile(ObjectStore store, StoredObject object) implements InputFile {

    @Override
    public long getLength() {
        return object.size();
    }

    @Override
    public SeekableInputStream newStream() {
        Blocks blocks = new Blocks();
        return new DelegatingSeekableInputStream(blocks) {
            @Override
            public long getPos() {
                return blocks.position;
            }

            @Override
            public void seek(long position) {
                blocks.position = position;
            }
        };
    }

    /** Returns the name that Parquet's messages use. */
    @Override
    public String toString() {
        return object.key();
    }

    /** Reads the object block by block: a footer, and most files as a whole, come with one read. */
    private final class Blocks extends InputStream {

        private static final int BLOCK_BYTES = 256 << 10;

        private long position;
        private long blockStart;
        private byte[] block = new byte[0];

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (position >= object.size()) {
                return -1;
            }
            if (position < blockStart || position >= blockStart + block.length) {
                load();
            }
            int from = (int) (position - blockStart);
            int count = Math.min(length, block.length - from);
            System.arraycopy(block, from, bytes, offset, count);
            position += count;
            return count;
        }

        private void load() throws IOException {
            long start = Math.max(0, Math.min(position, object.size() - BLOCK_BYTES));
            try {
                block = store.read(object.key(), start, (int) Math.min(BLOCK_BYTES, object.size() - start));
            } catch (IOException e) {
                throw new StoreException(e);
            }
            blockStart = start;
        }
    }
}
