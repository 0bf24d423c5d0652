package io.hashlake.simulator.settings;

import io.hashlake.simulator.world.Require;
import java.time.Duration;

/**
 * Rate limits of the simulator. The headers are sent in any case.
 *
 * @param enforced whether a request beyond the limit is answered by 429
 * @param window how long a limit lasts; X has 15 minutes
 */
public record RateLimits(boolean enforced, Duration window) {

    /** X's own windows, enforced. */
    public static final RateLimits LIKE_X = new RateLimits(true, Duration.ofMinutes(15));

    /** Headers only. */
    public static final RateLimits NONE = new RateLimits(false, Duration.ofMinutes(15));

    public RateLimits {
        Require.that(window.compareTo(Duration.ofSeconds(1)) >= 0, "rate limit window", window);
    }
}
