package io.hashlake.dynamodb;

import io.hashlake.tweet.Tweet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Key of a post's item: the SHA-256 of those values that are the same in every observation of the post. Texts are not among them,
 * as some payloads cut them, nor is anything below a second, which X's version 1.1 leaves out.
 */
final class RowHash {

    private RowHash() {}

    static String of(Tweet tweet) {
        return of(tweet.id(), tweet.author().id(), tweet.createdAt());
    }

    static String of(long id, long userId, Instant createdAt) {
        String row = id + "|" + userId + "|" + createdAt.truncatedTo(ChronoUnit.SECONDS);
        return HexFormat.of().formatHex(sha256().digest(row.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
