package io.hashlake.files.compression;

import java.io.IOException;
import java.io.InputStream;

/** All members of a compressed file as one stream of plain bytes. Zeros between and behind them are padding. */
final class Members extends InputStream {

    private final StoredBytes stored;
    private final Decoder decoder;
    private boolean isWithin;

    Members(StoredBytes stored, Decoder decoder) {
        this.stored = stored;
        this.decoder = decoder;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (isWithin || begin()) {
            int read = decoder.read(bytes, from, length);
            if (read > 0) {
                return read;
            }
            isWithin = false;
        }
        return -1;
    }

    private boolean begin() throws IOException {
        stored.skipZeros();
        if (stored.isAtEnd()) {
            return false;
        }
        decoder.begin();
        isWithin = true;
        return true;
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }
}
