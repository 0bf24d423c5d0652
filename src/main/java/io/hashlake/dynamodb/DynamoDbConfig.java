package io.hashlake.dynamodb;

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

/** The table of DynamoDB. */
@ConfigMapping(prefix = "hashlake.dynamodb")
public interface DynamoDbConfig {

    String NAME = "[A-Za-z0-9_.-]{3,255}";

    /** Table of DynamoDB that holds one item per post. Without one, DynamoDB is not used. */
    Optional<@Pattern(regexp = NAME, message = "must be 3 to 255 letters, digits, '.', '_' and '-'") String> table();

    /** Global secondary index of the DynamoDB table, by user and creation time. */
    @WithDefault("by-user")
    @Pattern(regexp = NAME, message = "must be 3 to 255 letters, digits, '.', '_' and '-'")
    String userIndex();

    /** Whether the sink creates the DynamoDB table, billed per request, where it does not exist. */
    @WithDefault("false")
    boolean createTable();

    /** Period in UTC over which the posts of a DynamoDB item's user are counted: HOUR, DAY, MONTH or YEAR. */
    @WithDefault("DAY")
    CountPeriod countPeriod();

    /** Address of a server that is compatible with DynamoDB, such as http://localhost:8000. Without it, AWS. */
    Optional<@HttpAddress URI> endpoint();

    /** Region of the DynamoDB table. Without it, what AWS's standard chain says, or us-east-1 if there is an endpoint. */
    Optional<String> region();

    /** Access key for DynamoDB. Without it, AWS's standard chain: environment, profile, container, instance. */
    Optional<String> accessKey();

    /** Secret key that belongs to the access key for DynamoDB. */
    Optional<String> secretKey();

    /** Number of requests to DynamoDB that are under way at once. */
    @WithDefault("16")
    @Range(min = 1, max = 256)
    int parallelism();

    /** Time to wait for a connection to DynamoDB. */
    @WithDefault("5s")
    @DurationRange(min = "1ms")
    Duration connectTimeout();

    /** Time that one attempt of a request to DynamoDB may take; each request has three. */
    @WithDefault("10s")
    @DurationRange(min = "1ms")
    Duration requestTimeout();

    /** Number of posts that may wait for a commit to DynamoDB. */
    @WithDefault("20000")
    @Min(1)
    int maxUncommitted();

    /** Disk space for posts that wait for DynamoDB where Kafka does not feed it, in bytes; when it is used up, sources pause. */
    @WithDefault("10737418240")
    @Min(1)
    long spoolBytes();
}
