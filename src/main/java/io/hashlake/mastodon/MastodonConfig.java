package io.hashlake.mastodon;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** Mastodon's servers. */
@ConfigMapping(prefix = "hashlake.mastodon")
public interface MastodonConfig {

    /** Servers of Mastodon that the template asks, separated by commas; each knows what has reached it. */
    @WithDefault("mastodon.social,mstdn.social")
    String servers();

    /**
     * Access tokens with read:statuses for servers of Mastodon that show timelines to their users only: server=token, separated
     * by commas.
     */
    Optional<String> tokens();

    /** Whether a new hashtag begins with the oldest post that a server of Mastodon knows, rather than with the newest 40. */
    @WithDefault("false")
    boolean history();

    /** Time between two polls of a hashtag on a server of Mastodon; without new posts it doubles, up to ten times as long. */
    @WithDefault("30s")
    @DurationRange(min = "1s")
    Duration delay();

    /** Time within which a server of Mastodon must have answered in full. */
    @WithDefault("30s")
    @DurationRange(min = "1s")
    Duration timeout();

    /** Size of the largest answer of a server of Mastodon that is read, in bytes. */
    @WithDefault("8388608")
    @Min(1 << 10)
    int maxBody();

    /** Number of pages of 40 posts that one poll of a server of Mastodon reads at most. */
    @WithDefault("50")
    @Min(1)
    int maxPages();
}
