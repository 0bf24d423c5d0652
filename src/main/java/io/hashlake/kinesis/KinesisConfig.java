package io.hashlake.kinesis;

import io.hashlake.core.config.DurationRange;
import io.hashlake.core.config.HttpAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** Streams of Kinesis. */
@ConfigMapping(prefix = "hashlake.kinesis")
public interface KinesisConfig {

    String NAME = "[A-Za-z0-9_.-]{1,128}";

    /** Stream of Kinesis to which the sink publishes. */
    Optional<@Pattern(regexp = NAME, message = "must be 1 to 128 letters, digits, '.', '_' and '-'") String> stream();

    /** Number of shards with which the sink creates the stream of Kinesis where it does not exist; 0 for a stream that must exist. */
    @WithDefault("0")
    @Range(min = 0, max = 10_000)
    int createShards();

    /** Choice of the shard of a record of Kinesis: POST, the post's id, or HASHTAG, its first followed hashtag. */
    @WithDefault("POST")
    PartitionKey partitionKey();

    /** Address of a server that is compatible with Kinesis, such as http://localhost:4567. Without it, AWS. */
    Optional<@HttpAddress URI> endpoint();

    /** Region of the streams of Kinesis. Without it, what AWS's standard chain says, or us-east-1 if there is an endpoint. */
    Optional<String> region();

    /** Access key for Kinesis. Without it, AWS's standard chain: environment, profile, container, instance. */
    Optional<String> accessKey();

    /** Secret key that belongs to the access key for Kinesis. */
    Optional<String> secretKey();

    /** Time to wait for a connection to Kinesis. */
    @WithDefault("5s")
    @DurationRange(min = "1ms")
    Duration connectTimeout();

    /** Time that one attempt of a request to Kinesis may take; each request has three. */
    @WithDefault("10s")
    @DurationRange(min = "1ms")
    Duration requestTimeout();

    /** Number of posts that may wait for a commit to Kinesis. */
    @WithDefault("20000")
    @Min(1)
    int maxUncommitted();

    /** Disk space for posts that wait for Kinesis where Kafka does not feed it, in bytes; when it is used up, sources pause. */
    @WithDefault("10737418240")
    @Min(1)
    long spoolBytes();

    /** Time between two reads of a shard of Kinesis that has nothing new. */
    @WithDefault("1s")
    @DurationRange(min = "200ms", max = "1m")
    Duration delay();

    /** Number of records that one read of a shard of Kinesis returns at most. */
    @WithDefault("1000")
    @Range(min = 1, max = 10_000)
    int batchSize();

    /** Time after which shards of Kinesis are listed anew. */
    @WithDefault("30s")
    @DurationRange(min = "1s", max = "10m")
    Duration listing();
}
