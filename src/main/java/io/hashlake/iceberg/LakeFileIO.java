package io.hashlake.iceberg;

import io.hashlake.lake.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/** Keeps Iceberg's metadata in the lake's own store, whichever that is. */
final class LakeFileIO implements FileIO {

    private static final long UNKNOWN = -1;

    private final transient ObjectStore store;
    private final transient LakeLocation lake;

    LakeFileIO(ObjectStore store, LakeLocation lake) {
        this.store = store;
        this.lake = lake;
    }

    @Override
    public InputFile newInputFile(String address) {
        return newInputFile(address, UNKNOWN);
    }

    @Override
    public InputFile newInputFile(String address, long length) {
        return new ObjectInput(store, address, key(address), length);
    }

    @Override
    public OutputFile newOutputFile(String address) {
        return new ObjectOutput(store, address, key(address));
    }

    @Override
    public void deleteFile(String address) {
        try {
            store.delete(key(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String key(String address) {
        return lake.key(address)
                .orElseThrow(() -> new IllegalArgumentException(address + " is outside of the lake, " + lake.prefix()));
    }
}
