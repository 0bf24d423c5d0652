package io.hashlake.x.search;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Defaults of the searches in hashtags.yaml. */
@ConfigMapping(prefix = "hashlake.search")
public interface SearchConfig {

    /** Time between two polls of the hashtags in hashtags.yaml. */
    @WithDefault("15s")
    @DurationRange(min = "1s", max = "24h")
    Duration delay();

    /** Time for which the past of a new hashtag is searched, at most 7 days. Every post read is billed. */
    @WithDefault("15m")
    @DurationRange(max = "168h")
    Duration lookBack();

    /**
     * Time after it was written within which X may list a post, at most 1 hour. Polls of hashtags.yaml reach back so far, each one or,
     * where that is many pages, one per settling time; a post that is read again on the same day is not billed again.
     */
    @WithDefault("60s")
    @DurationRange(max = "1h")
    Duration settling();
}
