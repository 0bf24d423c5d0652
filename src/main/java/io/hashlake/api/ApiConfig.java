package io.hashlake.api;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** The REST API. */
@ConfigMapping(prefix = "hashlake.api")
public interface ApiConfig {

    /** Bearer token for requests that change something, 16 characters or more. Without it, they are refused. */
    Optional<String> token();

    /**
     * Host names under which this process may be asked, separated by commas, beside those that always are: `lake.example.org`,
     * `*.example.org`, or `*` for any. See [the API](api.md#names).
     */
    Optional<String> hosts();

    /** Number of exports of posts that run at once, 1 to 32; more are refused until one has ended. */
    @WithDefault("4")
    @Range(min = 1, max = 32)
    int exports();

    /** Time that a client may take for 1,000 posts of an export, 1 s or more; then it is cut off. */
    @WithDefault("1m")
    @DurationRange(min = "1s")
    Duration exportPatience();
}
