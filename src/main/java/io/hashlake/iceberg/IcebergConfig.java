package io.hashlake.iceberg;

import io.hashlake.core.config.DurationRange;
import io.hashlake.core.config.HttpAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The Iceberg table over the lake's files. */
@ConfigMapping(prefix = "hashlake.iceberg")
public interface IcebergConfig {

    /** Time between two registrations of new files of the lake in the Iceberg table; each takes one commit per 5,000 files. */
    @WithDefault("1m")
    @DurationRange(min = "1s")
    Duration every();

    /** Name of the Iceberg table: its namespace, a dot and its own name. */
    @WithDefault("hashlake.tweets")
    @Pattern(
            regexp = "[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*",
            message = "must be two names of small letters, digits and '_'")
    String table();

    /** Address of an Iceberg REST catalog. Without it, the catalog is kept in the warehouse's database. */
    Optional<@HttpAddress URI> restUri();

    /** Further properties of the Iceberg REST catalog, such as warehouse=lake,token=…, separated by commas. */
    Optional<String> restProperties();

    /** Address of the lake's root in Iceberg's metadata, as readers reach it. Without it, file:// and the directory, or s3:// and the bucket. */
    Optional<@Pattern(regexp = "[a-z0-9]+:/.*[^/]", message = "must be a URI without a slash at its end") String>
            location();

    /** Age up to which the Iceberg table's snapshots are kept at least; they go when the oldest is twice as old. */
    @WithDefault("6h")
    @DurationRange(min = "1s")
    Duration snapshotAge();
}
