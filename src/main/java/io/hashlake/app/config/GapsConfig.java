package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gaps that sources declare are filled. */
public interface GapsConfig {

    /** Whether they are. Every post read is paid for. */
    @WithDefault("true")
    boolean fill();

    /** From one turn to the next. */
    @WithDefault("30s")
    Duration delay();

    /** How many pages of 100 posts a turn may ask for: searches that are followed share X's limit with it. */
    @WithDefault("5")
    int pages();

    /** How long after its end a gap is left alone, because X lists posts late. */
    @WithDefault("60s")
    Duration listedAfter();

    /** Whether what was found is compared with what X counts, for a request each. */
    @WithDefault("false")
    boolean verify();
}
