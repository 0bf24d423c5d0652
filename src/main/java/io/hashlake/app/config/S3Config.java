package io.hashlake.app.config;

import io.hashlake.lake.store.S3Settings;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The bucket that takes the place of the lake's directory. */
public interface S3Config {

    /** The bucket, of S3 or of a compatible server. Without one, the lake is a local directory. */
    Optional<String> bucket();

    /** What every key begins with, such as lake/. */
    Optional<String> prefix();

    /** Where the server is, such as https://minio:9000. Without it, AWS. */
    Optional<URI> endpoint();

    /** The region. Without it, what AWS's standard chain says, or us-east-1 if there is an endpoint. */
    Optional<String> region();

    /** Whether the bucket is named in the path rather than in the host name. Without it, true if there is an endpoint. */
    Optional<Boolean> pathStyle();

    /** The access key. Without it, AWS's standard chain: environment, profile, container, instance. */
    Optional<String> accessKey();

    /** The secret key that belongs to the access key. */
    Optional<String> secretKey();

    /** What the server shall encrypt objects with: AES256 or KMS. Without it, what the bucket says. */
    Optional<Encryption> encryption();

    /** The key for KMS. Without it, the account's default key. */
    Optional<String> kmsKeyId();

    /** How objects are protected on their way: CRC32 or MD5. Without it, MD5 if there is an endpoint, which all servers know. */
    Optional<S3Settings.Checksums> checksums();

    /** Larger objects are put in parts of this size, in bytes. */
    @WithDefault("16777216")
    long partBytes();

    /** How many requests are under way at once. */
    @WithDefault("16")
    int parallelism();

    /** How long to wait for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long one attempt of a request may take; each has three. */
    @WithDefault("60s")
    Duration requestTimeout();

    /** Who has the key. */
    enum Encryption {
        AES256,
        KMS
    }
}
