package io.hashlake.files;

import io.hashlake.files.compression.Compression;
import io.hashlake.files.compression.DamagedException;
import io.hashlake.files.compression.StoredBytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A file's decompressed bytes, as long as they are in a sane proportion to its size. */
final class PlainBytes extends InputStream {

    /** Bytes below which the ratio says nothing. */
    private static final long HARMLESS = 64 << 20;

    private final Compression compression;
    private final int maxRatio;
    private final StoredBytes stored;
    private final InputStream plain;
    private long delivered;

    private PlainBytes(InputFile file, int maxRatio) throws IOException {
        this.compression = file.compression();
        this.maxRatio = maxRatio;
        this.stored = new StoredBytes(file.bytes().open());
        this.plain = compression.plain(stored);
    }

    static PlainBytes of(InputFile file, int maxRatio) throws UnreadableFileException {
        try {
            return new PlainBytes(file, maxRatio);
        } catch (IOException e) {
            throw new UnreadableFileException(reason(file.compression(), e));
        }
    }

    Compression compression() {
        return compression;
    }

    /** Bytes of the file, as stored, that were needed so far. */
    long stored() {
        return stored.position();
    }

    @Override
    public int read() throws UnreadableFileException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws UnreadableFileException {
        try {
            int read = plain.read(bytes, from, length);
            delivered += Math.max(0, read);
            requireSane();
            return read;
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFileException(reason(compression, e));
        }
    }

    /** Goes on to a place that was read before. */
    void skipOn(long bytes) throws UnreadableFileException {
        try {
            if (compression == Compression.NONE) {
                plain.skipNBytes(bytes);
            } else {
                skipNBytes(bytes);
            }
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "ends before the place up to which it was read already: it has been changed");
        }
    }

    private void requireSane() throws UnreadableFileException {
        if (delivered - HARMLESS > maxRatio * stored.position()) {
            throw new UnreadableFileException(
                    "decompresses to more than " + maxRatio + " times its size; if it is no bomb, decompress it first");
        }
    }

    private static String reason(Compression compression, IOException e) {
        if (compression == Compression.NONE) {
            return "cannot be read: " + e.getMessage();
        }
        if (e instanceof EOFException) {
            return "ends in the middle: the " + compression.format() + " is cut short";
        }
        return e instanceof DamagedException ? e.getMessage() : "cannot be read: " + e.getMessage();
    }

    @Override
    public void close() throws IOException {
        plain.close();
        stored.close();
    }
}
