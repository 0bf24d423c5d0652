package io.hashlake.lake.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A store before each of whose operations something may happen. */
public final class InterruptedStore implements ObjectStore {

    /** What happens before an operation is carried out: nothing, an outage or the end of the process. */
    @FunctionalInterface
    public interface Interruption {
        void before(String operation) throws IOException;
    }

    private final ObjectStore store;
    private final Interruption interruption;

    public InterruptedStore(ObjectStore store, Interruption interruption) {
        this.store = store;
        this.interruption = interruption;
    }

    @Override
    public void open() throws IOException {
        interruption.before("open");
        store.open();
    }

    @Override
    public void put(String key, List<ByteBuffer> content) throws IOException {
        interruption.before("put " + key);
        store.put(key, content);
    }

    @Override
    public boolean putIfAbsent(String key, List<ByteBuffer> content) throws IOException {
        interruption.before("put " + key);
        return store.putIfAbsent(key, content);
    }

    @Override
    public void copy(String from, String to) throws IOException {
        interruption.before("copy " + from);
        store.copy(from, to);
    }

    @Override
    public byte[] read(String key, long offset, int length) throws IOException {
        interruption.before("read " + key);
        return store.read(key, offset, length);
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        interruption.before("list " + prefix);
        return store.list(prefix);
    }

    @Override
    public void delete(String key) throws IOException {
        interruption.before("delete " + key);
        store.delete(key);
    }
}
