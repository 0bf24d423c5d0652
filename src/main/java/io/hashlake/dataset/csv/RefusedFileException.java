package io.hashlake.dataset.csv;

/** A file of which nothing can be loaded; the message says why. */
public final class RefusedFileException extends Exception {

    public RefusedFileException(String reason) {
        super(reason);
    }
}
