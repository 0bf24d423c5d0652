package io.hashlake.bluesky;

import io.hashlake.core.config.DurationRange;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Bluesky's stream. */
@ConfigMapping(prefix = "hashlake.bluesky")
public interface BlueskyConfig {

    /**
     * Addresses of Jetstream instances, tried one after the other: the first wire ends in {@code /subscribe}, the second in {@code
     * /xrpc/network.bsky.jetstream.subscribeEvents}.
     */
    @WithDefault("wss://jetstream2.us-east.bsky.network/subscribe,wss://jetstream1.us-west.bsky.network/subscribe")
    List<URI> urls();

    /** Time before its first start from which on a hashtag is followed on Bluesky; Jetstream keeps about 36 hours. */
    @WithDefault("10m")
    @DurationRange(max = "36h")
    Duration lookBack();

    /** Time by which a new connection to Jetstream reaches back: instances differ by a few seconds. */
    @WithDefault("5s")
    @DurationRange(max = "10m")
    Duration overlap();

    /** Silence after which the connection to Jetstream is given up. The whole network is never silent for so long. */
    @WithDefault("30s")
    @DurationRange(min = "1s")
    Duration silence();

    /** Time that Jetstream may begin after the moment that was asked for before the time between is declared as a gap. */
    @WithDefault("1m")
    @DurationRange(min = "1s")
    Duration clampedAfter();

    /** Number of posts of a batch from Bluesky at most. */
    @WithDefault("500")
    @Min(1)
    int batchSize();

    /** Time that the first post of a batch from Bluesky waits for more. */
    @WithDefault("500ms")
    @DurationRange(min = "1ms")
    Duration batchAge();

    /** Length of the longest frame of Jetstream that is read whole, in characters. */
    @WithDefault("1048576")
    @Min(1 << 10)
    int maxFrame();
}
