package io.hashlake.files.compression;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** Compression of a file, detected from its first bytes. */
public enum Compression {
    NONE("", null),
    GZIP("gzip", GzipDecoder::new, "1f8b"),
    /** A skippable frame may stand before all others. */
    ZSTD("zstd", ZstdDecoder::new, "28b52ffd", "5?2a4d18"),
    BZIP2("bzip2", in -> new ForeignDecoder(in, "bzip2", BZip2CompressorInputStream::new), "425a68"),
    XZ("xz", in -> new ForeignDecoder(in, "xz", Compression::xz), "fd377a585a00");

    /** Twice what {@code xz -9} needs. */
    private static final int MAX_XZ_KIB = 128 << 10;

    private final String format;
    private final Function<StoredBytes, Decoder> decoder;
    private final List<String> magics;

    Compression(String format, Function<StoredBytes, Decoder> decoder, String... magics) {
        this.format = format;
        this.decoder = decoder;
        this.magics = List.of(magics);
    }

    /** Returns the format's name for messages. */
    public String format() {
        return format;
    }

    /** The plain bytes of a file. */
    public InputStream plain(StoredBytes stored) {
        return decoder == null ? stored : new Members(stored, decoder.apply(stored));
    }

    /** @param head a file's first bytes */
    public static Compression of(byte[] head) {
        String start = HexFormat.of().formatHex(Arrays.copyOf(head, Math.min(head.length, 8)));
        return Arrays.stream(values())
                .filter(one -> one.magics.stream().anyMatch(magic -> matches(start, magic)))
                .findFirst()
                .orElse(NONE);
    }

    /** A question mark matches any digit. */
    private static boolean matches(String start, String magic) {
        if (start.length() < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (magic.charAt(i) != '?' && magic.charAt(i) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static InputStream xz(InputStream in) throws IOException {
        return new SingleXZInputStream(in, MAX_XZ_KIB);
    }
}
