package io.hashlake.x.compliance;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** Removal of posts that are deleted, protected or withheld at X, or that somebody wants to be forgotten. */
@ConfigMapping(prefix = "hashlake.compliance")
public interface ComplianceConfig {

    /** Whether the role jobs asks X which of the stored posts and accounts are gone there. */
    @WithDefault("true")
    boolean check();

    /** Time within which a post that is gone at X is removed here. Every stored post and account is checked twice in that time. */
    @WithDefault("24h")
    @DurationRange(min = "1s")
    Duration within();

    /** Country codes; a stored post that X withholds in one of them is removed. X withholds in XX and XY what it withholds everywhere. */
    Optional<List<String>> withheldIn();

    /** Time between two runs of the job compliance, which asks for results of X and carries out erasures. */
    @WithDefault("5m")
    @DurationRange(min = "1s")
    Duration every();

    /** Number of posts, or accounts, whose ids are uploaded to X at once. */
    @WithDefault("500000")
    @Range(min = 1, max = 5_000_000)
    int batchSize();

    /** Time after which an erasure is carried out once more, for posts that were on their way to a store. */
    @WithDefault("15m")
    @DurationRange
    Duration settleAge();
}
