package io.hashlake.files;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How a file is compressed, told by its first bytes. */
enum Compression {
    NONE("") {
        @Override
        InputStream plain(InputStream raw) {
            return raw;
        }
    },
    GZIP("gzip") {
        @Override
        InputStream plain(InputStream raw) throws IOException {
            return new GZIPInputStream(raw, BUFFER);
        }
    },
    ZSTD("zstd") {
        @Override
        InputStream plain(InputStream raw) throws IOException {
            return new ZstdInputStream(raw);
        }
    };

    private static final int BUFFER = 1 << 16;

    private final String format;

    Compression(String format) {
        this.format = format;
    }

    /** What messages call it. */
    String format() {
        return format;
    }

    abstract InputStream plain(InputStream raw) throws IOException;

    static Compression of(byte[] head) {
        if (startsWith(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        return startsWith(head, 0x28, 0xb5, 0x2f, 0xfd) ? ZSTD : NONE;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
