package io.hashlake.files;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files of posts as tests need them. */
final class TestFiles {

    private TestFiles() {}

    static String tweet(long id) {
        return "{\"id\":\"" + id + "\",\"text\":\"x\",\"author_id\":\"5\",\"created_at\":\"2026-11-22T12:00:00.000Z\","
                + "\"entities\":{\"hashtags\":[{\"start\":0,\"end\":1,\"tag\":\"Tag\"}]},\"lang\":\""
                + Long.toHexString(id * 0x9E3779B97F4A7C15L) + "\"}";
    }

    static Path write(Path file, String text) throws IOException {
        return write(file, text, compression(file.toString()));
    }

    static Path write(Path file, String text, Compression compression) throws IOException {
        try (OutputStream out = open(file, compression)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Something short, and then so many spaces. */
    static Path bomb(Path file, String start, long spaces) throws IOException {
        byte[] chunk = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = open(file, compression(file.toString()))) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < spaces; written += chunk.length) {
                out.write(chunk);
            }
        }
        return file;
    }

    static Compression compression(String name) {
        return name.endsWith(".gz") ? Compression.GZIP : name.endsWith(".zst") ? Compression.ZSTD : Compression.NONE;
    }

    private static OutputStream open(Path file, Compression compression) throws IOException {
        OutputStream raw = Files.newOutputStream(file);
        return switch (compression) {
            case GZIP -> new GZIPOutputStream(raw);
            case ZSTD -> new ZstdOutputStream(raw);
            case NONE -> raw;
        };
    }
}
