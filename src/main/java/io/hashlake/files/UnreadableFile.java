package io.hashlake.files;

import java.io.IOException;

/** A file that cannot be read, or not to its end; the message says why. */
final class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String reason) {
        super(reason);
    }
}
