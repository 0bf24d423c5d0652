package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** X's streams. */
public interface StreamConfig {

    /** The tags of this deployment's rules begin with it and a colon; rules with other tags are left alone. */
    @WithDefault("hashlake")
    String tagPrefix();

    /** How many rules X takes of the app. */
    @WithDefault("1000")
    int maxRules();

    /** How many characters X takes of a rule. */
    @WithDefault("1024")
    int maxRuleLength();

    /** How long after it was added a rule surely applies. */
    @WithDefault("30s")
    Duration ruleDelay();

    /** A connection on which nothing came for so long is given up. X sends a heartbeat every 20 s. */
    @WithDefault("30s")
    Duration silence();

    /** How long after it was written X may still send a post: gaps begin this much earlier. */
    @WithDefault("15s")
    Duration lateness();

    /** How many posts a batch has at most. */
    @WithDefault("500")
    int batchSize();

    /** How long the first post of a batch waits for more. */
    @WithDefault("250ms")
    Duration batchAge();

    /** How many bytes may be read and not handed over yet; then reading stops. */
    @WithDefault("67108864")
    long bufferBytes();

    /** The longest line that is read whole, in bytes. */
    @WithDefault("8388608")
    int maxLineBytes();
}
