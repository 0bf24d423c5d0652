package io.hashlake.files;

import io.hashlake.core.Origins;
import io.hashlake.files.compression.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A file as it was found, or a pipe.
 *
 * @param bytes opens it; a pipe once only
 * @param size in bytes, as stored; -1 of a pipe
 * @param changedAt when it was last written; of a pipe, when it was opened
 * @param checksum of its first bytes
 */
record InputFile(String name, Opener bytes, long size, Instant changedAt, long checksum, Compression compression) {

    /** Opens what is stored. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    private static final Pattern NOT_ALLOWED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]");
    private static final Path DEVICE = Path.of("/dev/stdin");
    private static final int HEAD = 1 << 16;
    private static final int MAX_NAME_BYTES = 60;

    /** @throws UnreadableFileException if it is not there, or may not be read */
    static InputFile of(Path path, Clock clock) throws UnreadableFileException {
        try {
            if (path.equals(PostFiles.STANDARD_INPUT) || path.equals(DEVICE) && !Files.isRegularFile(path)) {
                return pipe("stdin", System.in, clock.instant());
            }
            boolean isPipe = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
            return isPipe
                    ? pipe(path.getFileName().toString(), Files.newInputStream(path), clock.instant())
                    : regular(path);
        } catch (IOException e) {
            throw new UnreadableFileException("cannot be opened: " + PostFiles.problem(path, e));
        }
    }

    private static InputFile regular(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(HEAD);
            return new InputFile(
                    path.getFileName().toString(),
                    () -> Files.newInputStream(path),
                    Files.size(path),
                    Files.getLastModifiedTime(path).toInstant(),
                    checksum(head),
                    Compression.of(head));
        }
    }

    private static InputFile pipe(String name, InputStream in, Instant now) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        AtomicBoolean isOpen = new AtomicBoolean();
        Opener once = () -> {
            if (isOpen.getAndSet(true)) {
                throw new IOException("a pipe cannot be read again");
            }
            return new SequenceInputStream(new ByteArrayInputStream(head), in);
        };
        return new InputFile(name, once, -1, now, checksum(head), Compression.of(head));
    }

    private static long checksum(byte[] head) {
        CRC32 checksum = new CRC32();
        checksum.update(head);
        return checksum.getValue();
    }

    /** Its batches' origin: the same file has the same one, in another directory too, and one that changed another. */
    String origin() {
        String name = NOT_ALLOWED.matcher(this.name).replaceAll("_");
        while (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return Origins.require(Origins.FILE + name + "-" + Math.max(0, size) + "-" + changedAt.toEpochMilli() + "-"
                + Long.toHexString(checksum));
    }
}
