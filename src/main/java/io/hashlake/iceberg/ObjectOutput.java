package io.hashlake.iceberg;

import io.hashlake.lake.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** An object that Iceberg writes; it is put as a whole when the stream is closed. */
record ObjectOutput(ObjectStore store, String location, String key) implements OutputFile {

    @Override
    public PositionOutputStream create() {
        if (toInputFile().exists()) {
            throw new AlreadyExistsException("%s exists", location);
        }
        return createOrOverwrite();
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
        return new Content();
    }

    @Override
    public InputFile toInputFile() {
        return new ObjectInput(store, location, key, -1);
    }

    private final class Content extends PositionOutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean isClosed;

        @Override
        public long getPos() {
            return bytes.size();
        }

        @Override
        public void write(int one) {
            bytes.write(one);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes.write(some, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!isClosed) {
                isClosed = true;
                store.put(key, List.of(ByteBuffer.wrap(bytes.toByteArray())));
            }
        }
    }
}
