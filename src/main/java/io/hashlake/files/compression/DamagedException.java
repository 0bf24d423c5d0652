package io.hashlake.files.compression;

import java.io.IOException;

/** Compressed bytes that cannot be read on; the message goes on after the file's name: "is damaged: …". */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
        super(message);
    }
}
