package io.hashlake.lake.store;

import io.hashlake.core.config.DurationRange;
import io.hashlake.core.config.HttpAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** The bucket that takes the place of the lake's directory. */
@ConfigMapping(prefix = "hashlake.s3")
public interface S3Config {

    String BUCKET = "[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]";

    /** The bucket, of S3 or of a compatible server. Without one, the lake is a local directory. */
    Optional<@Pattern(regexp = BUCKET, message = "must be 3 to 63 letters, digits, '.', '_' and '-'") String> bucket();

    /** Prefix of every key in the bucket, such as lake/. */
    Optional<@Pattern(regexp = "[^/].*", message = "must not begin with a slash") String> prefix();

    /** Address of the S3 server, such as https://minio:9000. Without it, AWS. */
    Optional<@HttpAddress URI> endpoint();

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
    Optional<Checksums> checksums();

    /** Size of the parts in which larger objects are put into the bucket, in bytes. */
    @WithDefault("16777216")
    @Range(min = 5L << 20, max = 5L << 30)
    long partBytes();

    /** Number of requests to S3 that are under way at once. */
    @WithDefault("16")
    @Range(min = 1, max = 256)
    int parallelism();

    /** Time to wait for a connection to S3. */
    @WithDefault("5s")
    @DurationRange(min = "1ms")
    Duration connectTimeout();

    /** Time that one attempt of a request to S3 may take; each request has three. */
    @WithDefault("60s")
    @DurationRange(min = "1ms")
    Duration requestTimeout();

    /** Protection of an object on its way. */
    enum Checksums {
        /** A CRC-32 after the content: what AWS recommends, and some compatible servers refuse. */
        CRC32,
        /** The header {@code Content-MD5}, which every compatible server checks. */
        MD5
    }

    /** Owner of the key. */
    enum Encryption {
        AES256,
        KMS
    }
}
