package io.hashlake.x.client;

import io.hashlake.core.config.DurationRange;
import io.hashlake.core.config.HttpAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;

/** X's API. */
@ConfigMapping(prefix = "hashlake.x")
public interface XConfig {

    /** Bearer token of the app for X's API. Without it, the simulator takes X's place. */
    Optional<String> bearerToken();

    /** Address of X's API. */
    @WithDefault("https://api.x.com")
    @HttpAddress
    URI baseUrl();

    /** Field names with which X is asked first: TWEET until X's schema 2.166, POST from 2.167. */
    @WithDefault("tweet")
    Vocabulary vocabulary();

    /** Time to wait for a connection to X. */
    @WithDefault("10s")
    @DurationRange(min = "1ms")
    Duration connectTimeout();

    /** Time to wait for the next byte from X. */
    @WithDefault("30s")
    @DurationRange(min = "1ms")
    Duration readTimeout();

    /** Time that a request to X may take in all. */
    @WithDefault("60s")
    @DurationRange(min = "1ms")
    Duration totalTimeout();

    /** Size of the largest response of X that is read, in bytes, after decompression. */
    @WithDefault("33554432")
    @Range(min = 1 << 10, max = 1 << 30)
    int maxBodyBytes();
}
