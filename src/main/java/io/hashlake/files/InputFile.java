package io.hashlake.files;

import io.hashlake.tweet.Origins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A file as it was found.
 *
 * @param size in bytes, as stored
 * @param changedAt when it was last written
 * @param checksum of its first bytes
 */
record InputFile(Path path, long size, Instant changedAt, long checksum, Compression compression) {

    private static final Pattern NOT_ALLOWED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]");
    private static final int HEAD = 1 << 16;
    private static final int MOST_NAME_BYTES = 60;

    /** @throws UnreadableFile if it is not there, or may not be read */
    static InputFile of(Path path) throws UnreadableFile {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(HEAD);
            CRC32 checksum = new CRC32();
            checksum.update(head);
            return new InputFile(
                    path,
                    Files.size(path),
                    Files.getLastModifiedTime(path).toInstant(),
                    checksum.getValue(),
                    Compression.of(head));
        } catch (IOException e) {
            throw new UnreadableFile("cannot be opened: " + e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Its batches' origin: the same file has the same one, in another directory too, and one that changed another. */
    String origin() {
        String name = NOT_ALLOWED.matcher(name()).replaceAll("_");
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return Origins.require(
                Origins.FILE + name + "-" + size + "-" + changedAt.toEpochMilli() + "-" + Long.toHexString(checksum));
    }
}
