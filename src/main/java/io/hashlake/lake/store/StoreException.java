package io.hashlake.lake.store;

import java.io.IOException;

/** A failure of the store, told apart from what is wrong with an object's content; Parquet wraps both alike. */
public final class StoreException extends IOException {

    private static final long serialVersionUID = 1;

    public StoreException(IOException failure) {
        super(failure.getMessage(), failure);
    }

    /** Throws the store's own failure where there is one at the bottom of the problem. */
    public static void rethrow(Throwable problem) throws IOException {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException) {
                throw (IOException) cause.getCause();
            }
        }
    }
}
