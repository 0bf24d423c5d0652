package io.hashlake.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** A file's bytes without its compression, as long as they stand in a sane proportion to its size. */
final class PlainBytes extends InputStream {

    /** Until there is so much, the proportion says nothing. */
    private static final long HARMLESS = 64 << 20;

    private final Compression compression;
    private final int maxRatio;
    private final Counted raw;
    private final InputStream plain;
    private long delivered;

    private PlainBytes(InputFile file, int maxRatio) throws IOException {
        this.compression = file.compression();
        this.maxRatio = maxRatio;
        this.raw = new Counted(Files.newInputStream(file.path()));
        this.plain = compression.plain(raw);
    }

    static PlainBytes of(InputFile file, int maxRatio) throws UnreadableFile {
        try {
            return new PlainBytes(file, maxRatio);
        } catch (IOException e) {
            throw new UnreadableFile(reason(file.compression(), e));
        }
    }

    /** Bytes of the file, as stored, that were needed so far. */
    long stored() {
        return raw.count;
    }

    @Override
    public int read() throws UnreadableFile {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws UnreadableFile {
        try {
            int read = plain.read(bytes, from, length);
            delivered += Math.max(0, read);
            requireSane();
            return read;
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFile(reason(compression, e));
        }
    }

    /** Goes on to a place that was read before. */
    void skipOn(long bytes) throws UnreadableFile {
        try {
            if (compression == Compression.NONE) {
                plain.skipNBytes(bytes);
            } else {
                skipNBytes(bytes);
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFile("ends before the place up to which it was read already: it has been changed");
        }
    }

    private void requireSane() throws UnreadableFile {
        if (delivered - HARMLESS > maxRatio * raw.count) {
            throw new UnreadableFile(
                    "decompresses to more than " + maxRatio + " times its size; if it is no bomb, decompress it first");
        }
    }

    private static String reason(Compression compression, IOException e) {
        if (compression == Compression.NONE) {
            return "cannot be read: " + e.getMessage();
        }
        boolean isCut =
                e instanceof EOFException || String.valueOf(e.getMessage()).contains("Truncated");
        return isCut
                ? "ends in the middle: the " + compression.format() + " is cut short"
                : "is damaged: " + e.getMessage();
    }

    @Override
    public void close() throws IOException {
        plain.close();
        raw.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count += skipped;
            return skipped;
        }
    }
}
