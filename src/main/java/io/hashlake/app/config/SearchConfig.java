package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Defaults of the searches in hashtags.yaml. */
public interface SearchConfig {

    /** From one poll to the next. */
    @WithDefault("15s")
    Duration delay();

    /** How far back a hashtag that is new is searched, at most 7 days. Every post read is paid for. */
    @WithDefault("15m")
    Duration lookBack();

    /**
     * How late X may list a post, at most 1 hour. Each poll of hashtags.yaml reaches back so far; a post that is read again on the same
     * day is not billed again.
     */
    @WithDefault("60s")
    Duration settling();
}
