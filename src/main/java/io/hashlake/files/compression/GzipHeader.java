package io.hashlake.files.compression;

import java.io.IOException;
import java.util.zip.CRC32;

/** The header of a gzip member (RFC 1952), of which only the end matters. */
final class GzipHeader {

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int DEFLATE = 8;
    private static final int CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;
    /** Time, hints, operating system. */
    private static final int UNUSED = 6;

    private final StoredBytes in;
    private final CRC32 checksum = new CRC32();

    private GzipHeader(StoredBytes in) {
        this.in = in;
    }

    /** Goes to where the member's data begin. */
    static void skip(StoredBytes in) throws IOException {
        new GzipHeader(in).skip();
    }

    private void skip() throws IOException {
        long start = in.position();
        if (next() != FIRST || next() != SECOND) {
            throw new DamagedException("is damaged: no gzip member begins at byte " + start);
        }
        int method = next();
        int flags = next();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw new DamagedException("is damaged: the gzip header at byte " + start + " is none that exists");
        }
        skip(UNUSED);
        skipOptional(flags);
        if ((flags & CHECKSUM) != 0 && (checksum.getValue() & 0xffff) != in.requireNumber(2)) {
            throw new DamagedException("is damaged: the gzip header at byte " + start + " has another checksum");
        }
    }

    private void skipOptional(int flags) throws IOException {
        if ((flags & EXTRA) != 0) {
            int low = next();
            skip(low | next() << Byte.SIZE);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // goes on to the zero that ends it
        }
    }

    private int next() throws IOException {
        int value = in.require();
        checksum.update(value);
        return value;
    }
}
