package io.hashlake.files.compression;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;

/** Decodes the members of one compressed file, one after the other. What it can give before an error, it gives first. */
interface Decoder extends Closeable {

    /**
     * Begins the member at which the file's bytes stand.
     *
     * @throws EOFException if the file ends within its header
     * @throws DamagedException if no member begins there, or none that can be read
     */
    void begin() throws IOException;

    /**
     * Reads on in the member.
     *
     * @return how many bytes were read, 1 or more; -1 at the member's end
     * @throws EOFException if the file ends within it
     * @throws IOException if it cannot be read; the message says why
     */
    int read(byte[] bytes, int from, int length) throws IOException;
}
