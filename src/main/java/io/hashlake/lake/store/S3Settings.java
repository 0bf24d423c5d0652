package io.hashlake.lake.store;

import io.hashlake.core.Mistakes;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which bucket, and how it is reached.
 *
 * @param bucket its name
 * @param prefix what every key begins with, as {@code lake/}; may be empty
 * @param endpoint where the server is; empty is AWS
 * @param region empty is what AWS's standard chain says, and {@code us-east-1} where an endpoint is given
 * @param pathStyle whether the bucket is named in the path rather than in the host name
 * @param credentials empty is AWS's standard chain: environment, profile, container, instance
 * @param encryption what the server is asked to encrypt objects with; empty is what the bucket says
 * @param checksums how the server finds out that an object was damaged on its way
 * @param partBytes objects larger than this are put in parts of this size; 5 MiB to 5 GiB
 * @param parallelism operations that are under way at once, 1 to 256
 * @param connectTimeout until a connection stands
 * @param requestTimeout for one attempt; each is tried three times
 */
public record S3Settings(
        String bucket,
        String prefix,
        Optional<URI> endpoint,
        Optional<String> region,
        boolean pathStyle,
        Optional<Credentials> credentials,
        Optional<Encryption> encryption,
        Checksums checksums,
        long partBytes,
        int parallelism,
        Duration connectTimeout,
        Duration requestTimeout) {

    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");
    private static final long SMALLEST_PART = 5L << 20;
    private static final long LARGEST_PART = 5L << 30;
    private static final int MAX_AT_ONCE = 256;

    /** How an object is protected on its way. */
    public enum Checksums {
        /** A CRC-32 after the content: what AWS recommends, and some compatible servers refuse. */
        CRC32,
        /** The header {@code Content-MD5}, which every compatible server checks. */
        MD5
    }

    /** An access key with its secret, which is never shown. */
    public record Credentials(String accessKey, String secretKey) {

        public Credentials {
            require(!accessKey.isBlank() && !secretKey.isBlank(), "the access key or the secret key is blank");
        }

        @Override
        public String toString() {
            return accessKey;
        }
    }

    /** Encryption by the server: with a key of AWS KMS, or with the server's own where there is none. */
    public record Encryption(Optional<String> kmsKeyId, boolean kms) {

        /** {@code AES256}. */
        public static final Encryption AES256 = new Encryption(Optional.empty(), false);

        public Encryption {
            require(kms || kmsKeyId.isEmpty(), "a KMS key is given, but the encryption is AES256");
        }

        /** {@code aws:kms}; without a key id, the account's default key. */
        public static Encryption kms(Optional<String> keyId) {
            return new Encryption(keyId, true);
        }
    }

    public S3Settings {
        Objects.requireNonNull(checksums, "checksums");
        Mistakes mistakes = new Mistakes()
                .unless(BUCKET.matcher(bucket).matches(), "bucket", bucket, "3 to 63 letters, digits, '.', '_' and '-'")
                .unless(!prefix.startsWith("/"), "prefix", prefix, "one that does not begin with a slash");
        endpoint.ifPresent(given -> mistakes.unlessHttp("endpoint", given));
        mistakes.unless(
                        partBytes >= SMALLEST_PART && partBytes <= LARGEST_PART,
                        "part-bytes",
                        partBytes,
                        SMALLEST_PART + " to " + LARGEST_PART)
                .unless(
                        parallelism >= 1 && parallelism <= MAX_AT_ONCE,
                        "parallelism",
                        parallelism,
                        "1 to " + MAX_AT_ONCE)
                .unlessPositive("connect-timeout", connectTimeout)
                .unlessPositive("request-timeout", requestTimeout)
                .refuse();
    }

    /** A bucket of a compatible server with what suits most of them. */
    public static S3Settings of(URI endpoint, String bucket, Credentials credentials) {
        return new S3Settings(
                bucket,
                "",
                Optional.of(endpoint),
                Optional.empty(),
                true,
                Optional.of(credentials),
                Optional.empty(),
                Checksums.MD5,
                16L << 20,
                16,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
    }

    /** The bucket for a person to read. */
    public String location() {
        return "s3://" + bucket + "/" + prefix + endpoint.map(at -> " at " + at).orElse("");
    }

    private static void require(boolean allowed, String problem) {
        if (!allowed) {
            throw new IllegalArgumentException(problem);
        }
    }
}
