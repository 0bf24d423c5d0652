package io.hashlake.files;

import java.io.IOException;

/** A file that cannot be read, or not to its end; the message says why. */
final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String reason) {
        super(reason);
    }
}
