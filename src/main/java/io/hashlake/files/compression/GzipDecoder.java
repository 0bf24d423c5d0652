package io.hashlake.files.compression;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decodes gzip. The JDK's own reader takes a broken header of a later member for the end of the file. */
final class GzipDecoder implements Decoder {

    private static final long LENGTH = 0xffff_ffffL;

    private final StoredBytes in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private DamagedException failure;

    GzipDecoder(StoredBytes in) {
        this.in = in;
    }

    @Override
    public void begin() throws IOException {
        GzipHeader.skip(in);
        inflater.reset();
        checksum.reset();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = 0;
        while (read == 0 && failure == null && !inflater.finished()) {
            read = inflate(bytes, from, length);
        }
        if (read > 0) {
            checksum.update(bytes, from, read);
            return read;
        }
        if (failure != null) {
            throw failure;
        }
        requireTrailer();
        return -1;
    }

    private int inflate(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer input = in.peek();
        if (!input.hasRemaining()) {
            throw new EOFException();
        }
        int start = input.position();
        long before = inflater.getBytesWritten();
        inflater.setInput(input);
        try {
            inflater.inflate(bytes, from, length);
        } catch (DataFormatException e) {
            failure = new DamagedException("is damaged: the gzip cannot be read on: " + e.getMessage());
        }
        in.take(input.position() - start);
        return Math.toIntExact(inflater.getBytesWritten() - before);
    }

    private void requireTrailer() throws IOException {
        if (in.requireNumber(4) != checksum.getValue()
                || in.requireNumber(4) != (inflater.getBytesWritten() & LENGTH)) {
            throw new DamagedException("is damaged: the gzip member that ends at byte " + in.position()
                    + " has another checksum or length than what it holds");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
