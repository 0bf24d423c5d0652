package io.hashlake.lake.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** A store that a test can look into. */
public final class MemoryObjectStore implements ObjectStore {

    public final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

    @Override
    public void open() {}

    @Override
    public void put(String key, List<ByteBuffer> content) {
        objects.put(key, bytes(content));
    }

    @Override
    public boolean putIfAbsent(String key, List<ByteBuffer> content) {
        return objects.putIfAbsent(key, bytes(content)) == null;
    }

    @Override
    public void copy(String from, String to) throws IOException {
        byte[] object = objects.get(from);
        if (object == null) {
            throw new FileNotFoundException(from);
        }
        objects.put(to, object);
    }

    private static byte[] bytes(List<ByteBuffer> content) {
        ByteBuffer whole = ByteBuffer.allocate(
                content.stream().mapToInt(ByteBuffer::remaining).sum());
        content.forEach(part -> whole.put(part.duplicate()));
        return whole.array();
    }

    @Override
    public byte[] read(String key, long offset, int length) throws IOException {
        byte[] object = objects.get(key);
        if (object == null) {
            throw new FileNotFoundException(key);
        }
        return Arrays.copyOfRange(object, (int) offset, (int) offset + length);
    }

    @Override
    public List<StoredObject> list(String prefix) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> new StoredObject(object.getKey(), object.getValue().length))
                .toList();
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }
}
