package io.hashlake.files.compression;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.MemoryLimitException;

/** Decodes with another library's reader, which takes exactly its member's bytes. */
final class ForeignDecoder implements Decoder {

    /** Opens the reader of one member. */
    @FunctionalInterface
    interface Opener {
        InputStream open(InputStream in) throws IOException;
    }

    /** A reader that fails forgets what it had read in the same call, so each call reads less than a post. */
    private static final int STEP = 64;

    private final StoredBytes in;
    private final String format;
    private final Opener opener;
    private InputStream member = InputStream.nullInputStream();
    private IOException failure;

    ForeignDecoder(StoredBytes in, String format, Opener opener) {
        this.in = in;
        this.format = format;
        this.opener = opener;
    }

    @Override
    public void begin() throws IOException {
        try {
            member = opener.open(in);
        } catch (IOException e) {
            throw in.isAtEnd() ? new EOFException() : explained(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int total = 0;
        while (total < length) {
            int read = step(bytes, from + total, Math.min(STEP, length - total));
            if (read < 0) {
                break;
            }
            total += read;
        }
        if (total == 0 && failure != null) {
            throw failure;
        }
        return total == 0 ? -1 : total;
    }

    private int step(byte[] bytes, int from, int length) {
        if (failure != null) {
            return -1;
        }
        try {
            return member.read(bytes, from, length);
        } catch (IOException e) {
            failure = explained(e);
            return -1;
        }
    }

    private IOException explained(IOException e) {
        if (e instanceof EOFException || String.valueOf(e.getMessage()).contains("nexpected end of stream")) {
            return new EOFException();
        }
        if (e instanceof MemoryLimitException) {
            return new DamagedException("needs too much memory to be decompressed: " + e.getMessage());
        }
        return new DamagedException("is damaged: the " + format + " cannot be read on before byte " + in.position()
                + ": " + (e.getMessage() == null ? "its data are corrupt" : e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        member.close();
    }
}
