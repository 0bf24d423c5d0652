package io.hashlake.app;

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

    /** @throws IllegalArgumentException if anything is wrong with it; the message names the properties */
    static Optional<S3Settings> settings(S3Config s3) {
        if (s3.bucket().isEmpty()) {
            return Optional.empty();
        }
        try {
            S3Settings settings = new S3Settings(
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
                    s3.requestTimeout());
            S3Clients.requireRegion(settings);
            return Optional.of(settings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hashlake.s3: " + e.getMessage(), e);
        }
    }

    private static Optional<Credentials> credentials(S3Config s3) {
        if (s3.accessKey().isPresent() != s3.secretKey().isPresent()) {
            throw new IllegalArgumentException(
                    "only one of access-key and secret-key is given; allowed are both, or none for AWS's standard chain");
        }
        return s3.accessKey().map(key -> new Credentials(key, s3.secretKey().get()));
    }

    private static Optional<Encryption> encryption(S3Config s3) {
        boolean kms = s3.encryption().filter(S3Config.Encryption.KMS::equals).isPresent();
        if (s3.kmsKeyId().isPresent() && !kms) {
            throw new IllegalArgumentException("kms-key-id is given, but encryption is not kms");
        }
        return s3.encryption().map(given -> kms ? Encryption.kms(s3.kmsKeyId()) : Encryption.AES256);
    }
}
