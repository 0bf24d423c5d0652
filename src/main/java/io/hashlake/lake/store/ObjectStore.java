package io.hashlake.lake.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Store of the lake's objects: a directory, or a bucket. Keys are names separated by {@code /}, without an empty name,
 * {@code .} or {@code ..}. An object exists as a whole or not at all, and once {@link #put} has returned it survives a
 * crash of the machine. What was put or deleted is seen by the next call. Thread-safe.
 */
public interface ObjectStore {

    /**
     * Prepares the store, and frees what an earlier process left half-written.
     *
     * @throws IOException if the store cannot be reached or written; call again
     */
    void open() throws IOException;

    /**
     * Puts an object in one step, in place of one that has the key already.
     *
     * @param content the object's bytes in order, in buffers over arrays; not changed, so that the same content can be put
     *     again
     * @throws IOException if it could not; it may be called again, and the object may or may not be there
     */
    void put(String key, List<ByteBuffer> content) throws IOException;

    /**
     * Puts an object in one step unless one has the key already; of several that try at once, one succeeds.
     *
     * @return whether it was put
     * @throws IOException if it could not; it may be called again, and the object may or may not be there
     */
    boolean putIfAbsent(String key, List<ByteBuffer> content) throws IOException;

    /**
     * Puts an object's content under another key too, in one step and without bringing it here; in place of what has that
     * key already.
     *
     * @throws IOException if it could not, or there is no object {@code from}; call again
     */
    void copy(String from, String to) throws IOException;

    /**
     * Reads a part of an object.
     *
     * @return exactly {@code length} bytes
     * @throws IOException if it could not, or the object is not there or ends before
     */
    byte[] read(String key, long offset, int length) throws IOException;

    /**
     * The objects whose keys start with the prefix, in the order of their keys.
     *
     * @throws IOException if it could not; call again
     */
    List<StoredObject> list(String prefix) throws IOException;

    /**
     * Deletes an object; that it is not there is no error.
     *
     * @throws IOException if it could not; call again
     */
    void delete(String key) throws IOException;

    /** Returns whether keys may contain the text. */
    default boolean canName(String text) {
        return true;
    }

    /**
     * Returns the best number of concurrent operations: 1 for a store that answers at once, more where each takes its
     * time.
     */
    default int parallelism() {
        return 1;
    }

    /**
     * An object as it is listed.
     *
     * @param size in bytes
     */
    record StoredObject(String key, long size) {}
}
