package io.hashlake.pipeline.raw;

import io.hashlake.lake.store.ObjectStore;
import io.hashlake.pipeline.RootCause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * A store whose finished files are put by a route, so that a route file says where they go. Everything else (what is about
 * to be put, and what is taken back) is done by the store itself.
 *
 * <p>The route gets the file as the body, a {@code byte[]}, and its key in the header {@value #KEY}. It must be over only
 * when the file is durable, and fail if it is not: then it is called again with the same key and content.
 */
public final class RoutedStore implements ObjectStore {

    /** The header with the file's key. */
    public static final String KEY = "key";

    private final ObjectStore store;
    private final String directory;
    private final ProducerTemplate producer;
    private final String route;

    /**
     * @param directory what the keys of files that the route puts begin with
     * @param route its address, as {@code direct:name}
     */
    public RoutedStore(ObjectStore store, String directory, ProducerTemplate producer, String route) {
        this.store = store;
        this.directory = directory;
        this.producer = producer;
        this.route = route;
    }

    @Override
    public void open() throws IOException {
        store.open();
    }

    @Override
    public void put(String key, List<ByteBuffer> content) throws IOException {
        if (!key.startsWith(directory)) {
            store.put(key, content);
            return;
        }
        Exchange exchange = producer.send(route, file -> {
            file.getMessage().setHeader(KEY, key);
            file.getMessage().setBody(bytes(content));
        });
        if (exchange.getException() != null) {
            throw new IOException(
                    "the route " + route + " could not put " + key + ": "
                            + RootCause.messageOf(exchange.getException()),
                    exchange.getException());
        }
    }

    private static byte[] bytes(List<ByteBuffer> content) {
        ByteBuffer whole = ByteBuffer.allocate(
                content.stream().mapToInt(ByteBuffer::remaining).sum());
        content.forEach(part -> whole.put(part.duplicate()));
        return whole.array();
    }

    @Override
    public boolean putIfAbsent(String key, List<ByteBuffer> content) throws IOException {
        return store.putIfAbsent(key, content);
    }

    @Override
    public void copy(String from, String to) throws IOException {
        store.copy(from, to);
    }

    @Override
    public byte[] read(String key, long offset, int length) throws IOException {
        return store.read(key, offset, length);
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        return store.list(prefix);
    }

    @Override
    public void delete(String key) throws IOException {
        store.delete(key);
    }

    @Override
    public int parallelism() {
        return store.parallelism();
    }
}
