package io.hashlake.dataset.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content of a file.
 *
 * @param sha256 checksum by which it is known again
 */
record FileContent(Path path, String sha256, long bytes) {

    static FileContent of(Path path) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new FileContent(path, HexFormat.of().formatHex(digest.digest()), bytes);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** @throws IOException if the file is not what it was */
    void requireUnchanged() throws IOException {
        if (!of(path).equals(this)) {
            throw new IOException(path + " has changed while it was loaded");
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
