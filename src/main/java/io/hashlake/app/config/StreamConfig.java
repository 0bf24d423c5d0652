package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** X's streams. */
public interface StreamConfig {

    /** Prefix of the tags of this deployment's stream rules, before a colon; rules with other tags are left alone. */
    @WithDefault("hashlake")
    String tagPrefix();

    /** Number of stream rules that X accepts from the app. */
    @WithDefault("1000")
    int maxRules();

    /** Number of characters that X accepts in a stream rule. */
    @WithDefault("1024")
    int maxRuleLength();

    /** Time after which a stream rule that was added surely applies. */
    @WithDefault("30s")
    Duration ruleDelay();

    /** Silence after which a stream's connection is given up. X sends a heartbeat every 20 s. */
    @WithDefault("30s")
    Duration silence();

    /** Time after it was written within which X may still send a post over a stream: gaps begin this much earlier. */
    @WithDefault("15s")
    Duration lateness();

    /** Number of posts of a stream's batch at most. */
    @WithDefault("500")
    int batchSize();

    /** Time that the first post of a stream's batch waits for more. */
    @WithDefault("250ms")
    Duration batchAge();

    /** Number of bytes of a stream that may be read and not handed over yet; then reading stops. */
    @WithDefault("67108864")
    long bufferBytes();

    /** Length of the longest line of a stream that is read whole, in bytes. */
    @WithDefault("8388608")
    int maxLineBytes();
}
