package io.hashlake.iceberg;

import io.hashlake.lake.store.ObjectStore;
import io.hashlake.lake.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * A stored object as Iceberg reads it: at once, for files of metadata are small.
 *
 * @param length in bytes; negative if it is not known
 */
record ObjectInput(ObjectStore store, String location, String key, long length) implements InputFile {

    @Override
    public long getLength() {
        return length >= 0
                ? length
                : stored().orElseThrow(() -> new NotFoundException("%s does not exist", location))
                        .size();
    }

    @Override
    public SeekableInputStream newStream() {
        try {
            byte[] content = store.read(key, 0, Math.toIntExact(getLength()));
            return new InMemoryInputFile(location, content).newStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean exists() {
        return stored().isPresent();
    }

    private Optional<StoredObject> stored() {
        try {
            return store.list(key).stream()
                    .filter(object -> object.key().equals(key))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
