package io.hashlake.pipeline.raw;

import io.hashlake.lake.store.ObjectStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** The lake's store for routes that put a file into it. */
public final class StoredFiles {

    private final ObjectStore store;

    public StoredFiles(ObjectStore store) {
        this.store = store;
    }

    /** Puts the body under the key; when it returns, the file is durable. */
    public void put(@Header(RoutedStore.KEY) String key, @Body byte[] content) throws IOException {
        store.put(key, List.of(ByteBuffer.wrap(content)));
    }
}
