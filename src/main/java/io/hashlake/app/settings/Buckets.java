package io.hashlake.app.settings;

import io.hashlake.app.config.S3Config;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3Settings;
import io.hashlake.lake.store.S3Settings.Checksums;
import io.hashlake.lake.store.S3Settings.Credentials;
import io.hashlake.lake.store.S3Settings.Encryption;
import java.util.Optional;

/** The bucket as it is configured. */
final class Buckets {

    private Buckets() {}

    /** @throws IllegalArgumentException if anything is wrong with it; the message names the properties within the group */
    static Optional<S3Settings> settings(S3Config s3) {
        if (s3.bucket().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new S3Settings(
                s3.bucket().get(),
                s3.prefix().orElse(""),
                s3.endpoint(),
                s3.region(),
                s3.pathStyle().orElse(s3.endpoint().isPresent()),
                credentials(s3),
                encryption(s3),
                s3.checksums().orElse(s3.endpoint().isPresent() ? Checksums.MD5 : Checksums.CRC32),
                s3.partBytes(),
                s3.parallelism(),
                s3.connectTimeout(),
                s3.requestTimeout()));
    }

    /** @throws IllegalArgumentException if a property is given without the other one that it needs */
    static S3Config requireWhole(S3Config s3) {
        if (s3.bucket().isPresent()
                && s3.accessKey().isPresent() != s3.secretKey().isPresent()) {
            throw new IllegalArgumentException(
                    "only one of access-key and secret-key is given; allowed are both, or none for AWS's standard chain");
        }
        if (s3.bucket().isPresent() && s3.kmsKeyId().isPresent() && !isKms(s3)) {
            throw new IllegalArgumentException("kms-key-id is given, but encryption is not kms");
        }
        return s3;
    }

    /** @throws IllegalArgumentException if none is known */
    static Optional<S3Settings> requireRegion(Optional<S3Settings> settings) {
        settings.ifPresent(S3Clients::requireRegion);
        return settings;
    }

    private static Optional<Credentials> credentials(S3Config s3) {
        return s3.accessKey().flatMap(key -> s3.secretKey().map(secret -> new Credentials(key, secret)));
    }

    private static Optional<Encryption> encryption(S3Config s3) {
        return s3.encryption().map(given -> isKms(s3) ? Encryption.kms(s3.kmsKeyId()) : Encryption.AES256);
    }

    private static boolean isKms(S3Config s3) {
        return s3.encryption().filter(S3Config.Encryption.KMS::equals).isPresent();
    }
}
