package io.hashlake.lake.store;

import io.hashlake.TestConfig;
import io.hashlake.servers.S3Server;
import java.net.URI;
import java.util.stream.Stream;

/** Buckets of the tests' servers. */
public final class TestS3 {

    private TestS3() {}

    /** The bucket of a server for whom the given access is good. */
    public static Bucket bucket(S3Server server) {
        return bucket(server.endpoint(), S3Server.BUCKET);
    }

    /** @param changed properties of the bucket, each as {@code key=value} */
    public static Bucket bucket(URI endpoint, String name, String... changed) {
        Stream<String> usual = Stream.of(
                "endpoint=" + endpoint,
                "bucket=" + name,
                "access-key=" + S3Server.ACCESS_KEY,
                "secret-key=" + S3Server.SECRET_KEY);
        String[] properties = Stream.concat(usual, Stream.of(changed)).toArray(String[]::new);
        return new Bucket(TestConfig.of(S3Config.class, properties));
    }
}
