package io.hashlake.files.compression;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes compressed bytes for tests. */
public final class Compressed {

    private Compressed() {}

    /** One member. */
    public static byte[] member(Compression compression, byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = open(compression, bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    public static OutputStream open(Compression compression, OutputStream out) throws IOException {
        return switch (compression) {
            case GZIP -> new GZIPOutputStream(out);
            case ZSTD -> new ZstdOutputStream(out).setChecksum(true);
            case BZIP2 -> new BZip2CompressorOutputStream(out, 1);
            case XZ -> new XZOutputStream(out, new LZMA2Options(1));
            case NONE -> out;
        };
    }

    /** As a file's name tells. */
    public static Compression of(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "gz" -> Compression.GZIP;
            case "zst" -> Compression.ZSTD;
            case "bz2" -> Compression.BZIP2;
            case "xz" -> Compression.XZ;
            default -> Compression.NONE;
        };
    }
}
