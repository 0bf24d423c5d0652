package io.hashlake.lake.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes a part of an object's key out of any text, such that different texts stay different on every file system. */
public final class KeyName {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int KEPT = 40;
    private static final int HASH_BYTES = 8;

    private KeyName() {}

    /** The text itself where it is short and plain; else what is plain of it, and a hash of the whole. */
    public static String of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String plain = NOT_PLAIN.matcher(text).replaceAll("_");
        return plain.substring(0, Math.min(KEPT, plain.length())) + "-" + hash(text);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
