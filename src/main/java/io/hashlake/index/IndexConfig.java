package io.hashlake.index;

import io.hashlake.core.config.DurationRange;
import io.hashlake.core.config.HttpAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** The full-text index. */
@ConfigMapping(prefix = "hashlake.index")
public interface IndexConfig {

    /** Address of the server of the full-text index, OpenSearch 2 or Elasticsearch 8 or newer. Without it, there is no index. */
    Optional<@HttpAddress URI> url();

    /** User name at the index's server. */
    Optional<String> username();

    /** Password of the user at the index's server. */
    Optional<String> password();

    /** API key for the index's server, in Base64 as the server issued it. It takes the place of user name and password. */
    Optional<String> apiKey();

    /** PEM file of the certificates that the index's server may present or be signed by. Without it, Java's own trust store. */
    Optional<Path> caCertificates();

    /** Alias by which the monthly indices are searched; their names begin with it. */
    @WithDefault("hashlake-posts")
    @Pattern(
            regexp = "[a-z][a-z0-9_-]{0,99}",
            message = "must be small letters, digits, '_' and '-', a letter first, up to 100")
    String alias();

    /** Size of the largest bulk request to the index, in bytes. */
    @WithDefault("5242880")
    @Range(min = 1 << 10, max = 100 << 20)
    int bulkBytes();

    /** Time to wait for a connection to the index's server. */
    @WithDefault("5s")
    @DurationRange(min = "1ms")
    Duration connectTimeout();

    /** Time that a request to the index's server may take in all. */
    @WithDefault("60s")
    @DurationRange(min = "1ms")
    Duration requestTimeout();

    /** Number of posts that may wait for a commit of the index. */
    @WithDefault("20000")
    @Min(1)
    int maxUncommitted();

    /** Disk space for posts that wait for the index where Kafka does not feed it, in bytes; when it is used up, sources pause. */
    @WithDefault("10737418240")
    @Min(1)
    long spoolBytes();
}
