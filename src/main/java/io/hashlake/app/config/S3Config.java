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

    /** Prefix of every key in the bucket, such as lake/. */
    Optional<String> prefix();

    /** Address of the S3 server, such as https://minio:9000. Without it, AWS. */
    Optional<URI> endpoint();

    /** Region of the bucket. Without it, what AWS's standard chain says, or us-east-1 if there is an endpoint. */
    Optional<String> region();

    /** Whether requests name the bucket in the path rather than in the host name. Without it, true if there is an endpoint. */
    Optional<Boolean> pathStyle();

    /** Access key of the bucket. Without it, AWS's standard chain: environment, profile, container, instance. */
    Optional<String> accessKey();

    /** Secret key that belongs to the access key of the bucket. */
    Optional<String> secretKey();

    /** Encryption of objects by the server: AES256 or KMS. Without it, the bucket's own. */
    Optional<Encryption> encryption();

    /** Id of the KMS key that encrypts objects. Without it, the account's default key. */
    Optional<String> kmsKeyId();

    /** Checksum of objects on their way: CRC32 or MD5. Without it, MD5 if there is an endpoint, which all servers know. */
    Optional<S3Settings.Checksums> checksums();

    /** Size of the parts in which larger objects are put into the bucket, in bytes. */
    @WithDefault("16777216")
    long partBytes();

    /** Number of requests to S3 that are under way at once. */
    @WithDefault("16")
    int parallelism();

    /** Time to wait for a connection to S3. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Time that one attempt of a request to S3 may take; each request has three. */
    @WithDefault("60s")
    Duration requestTimeout();

    /** Who has the key. */
    enum Encryption {
        AES256,
        KMS
    }
}
