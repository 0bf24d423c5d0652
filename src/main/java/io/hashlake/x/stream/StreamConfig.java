package io.hashlake.x.stream;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** X's streams. */
@ConfigMapping(prefix = "hashlake.stream")
public interface StreamConfig {

    /** Prefix of the tags of this deployment's stream rules, before a colon; rules with other tags are left alone. */
    @WithDefault("hashlake")
    @Pattern(regexp = "[A-Za-z0-9._-]{1,50}", message = "must be up to 50 letters, digits, '.', '_' and '-'")
    String tagPrefix();

    /** Number of stream rules that X accepts from the app. */
    @WithDefault("1000")
    @Min(1)
    int maxRules();

    /** Number of characters that X accepts in a stream rule. */
    @WithDefault("1024")
    @Min(1)
    int maxRuleLength();

    /** Time after which a stream rule that was added surely applies. */
    @WithDefault("30s")
    @DurationRange
    Duration ruleDelay();

    /** Silence after which a stream's connection is given up. X sends a heartbeat every 20 s. */
    @WithDefault("30s")
    @DurationRange(min = "1s")
    Duration silence();

    /** Time after it was written within which X may still send a post over a stream: gaps begin this much earlier. */
    @WithDefault("15s")
    @DurationRange
    Duration lateness();

    /** Number of posts of a stream's batch at most. */
    @WithDefault("500")
    @Min(1)
    int batchSize();

    /** Time that the first post of a stream's batch waits for more. */
    @WithDefault("250ms")
    @DurationRange(min = "1ms")
    Duration batchAge();

    /** Number of bytes of a stream that may be read and not handed over yet; then reading stops. */
    @WithDefault("67108864")
    @Min(1)
    long bufferBytes();

    /** Length of the longest line of a stream that is read whole, in bytes. */
    @WithDefault("8388608")
    @Min(1 << 10)
    int maxLineBytes();
}
