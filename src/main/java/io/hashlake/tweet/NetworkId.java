package io.hashlake.tweet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The 64-bit id of a post or an account whose network knows it by a text: {@code at://…}, {@code https://…}. It is the first 62
 * bits of the key's SHA-256 with bit 62 set and the sign clear, so it is the same in every process, whatever is read first, and
 * can be made of a reference too. X's ids do not get there before September 2045. It does not grow with time.
 */
public final class NetworkId {

    /** Smallest id of another network than X. */
    public static final long FIRST = 1L << 62;

    private NetworkId() {}

    public static long of(String key) {
        return ByteBuffer.wrap(sha256(key)).getLong() >>> 2 | FIRST;
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
