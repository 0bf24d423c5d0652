package io.hashlake.lake.store;

import java.io.IOException;
import java.util.List;

/** Carries out operations that do not depend on each other, several at once where the store is slow to answer. */
public interface Parallel {

    /** Operation on one item. */
    @FunctionalInterface
    interface Operation<T> {
        void on(T item) throws IOException;
    }

    /**
     * Does it with every item, and returns when all that was begun is over.
     *
     * @throws IOException the first failure; after it no further item was begun, but some had been
     */
    <T> void forEach(List<T> items, Operation<T> operation) throws IOException;
}
