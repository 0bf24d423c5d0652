package io.hashlake.lake.store;

import io.hashlake.lake.store.S3Settings.Credentials;
import io.hashlake.lake.store.S3Settings.Encryption;
import io.hashlake.servers.S3Server;
import java.net.URI;
import java.util.Optional;

/** Settings for the tests' servers. */
public final class TestS3 {

    private TestS3() {}

    public static S3Settings settings(URI endpoint, String bucket, String prefix) {
        S3Settings usual = S3Settings.of(endpoint, bucket, new Credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY));
        return with(usual, prefix, Optional.empty(), usual.checksums());
    }

    static S3Settings with(
            S3Settings settings, String prefix, Optional<Encryption> encryption, S3Settings.Checksums checksums) {
        return new S3Settings(
                settings.bucket(),
                prefix,
                settings.endpoint(),
                settings.region(),
                settings.pathStyle(),
                settings.credentials(),
                encryption,
                checksums,
                settings.partBytes(),
                settings.parallelism(),
                settings.connectTimeout(),
                settings.requestTimeout());
    }
}
