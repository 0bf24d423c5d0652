package io.hashlake.files;

import io.hashlake.files.compression.Compressed;
import io.hashlake.files.compression.Compression;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of posts as tests need them. */
final class TestFiles {

    private TestFiles() {}

    static String tweet(long id) {
        return "{\"id\":\"" + id + "\",\"text\":\"x\",\"author_id\":\"5\",\"created_at\":\"2026-11-22T12:00:00.000Z\","
                + "\"entities\":{\"hashtags\":[{\"start\":0,\"end\":1,\"tag\":\"Tag\"}]},\"lang\":\""
                + Long.toHexString(id * 0x9E3779B97F4A7C15L) + "\"}";
    }

    static Path write(Path file, String text) throws IOException {
        return write(file, text, Compressed.of(file.toString()));
    }

    static Path write(Path file, String text, Compression compression) throws IOException {
        try (OutputStream out = Compressed.open(compression, Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Something short, and then so many spaces. */
    static Path bomb(Path file, String start, long spaces) throws IOException {
        byte[] chunk = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Compressed.open(Compressed.of(file.toString()), Files.newOutputStream(file))) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < spaces; written += chunk.length) {
                out.write(chunk);
            }
        }
        return file;
    }
}
