package io.hashlake.app.config;

import io.hashlake.x.client.Vocabulary;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** X's API. */
public interface XConfig {

    /** Bearer token of the app for X's API. Without it, the simulator takes X's place. */
    Optional<String> bearerToken();

    /** Address of X's API. */
    @WithDefault("https://api.x.com")
    URI baseUrl();

    /** Field names with which X is asked first: TWEET until X's schema 2.166, POST from 2.167. */
    @WithDefault("tweet")
    Vocabulary vocabulary();

    /** Time to wait for a connection to X. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** Time to wait for the next byte from X. */
    @WithDefault("30s")
    Duration readTimeout();

    /** Time that a request to X may take in all. */
    @WithDefault("60s")
    Duration totalTimeout();

    /** Size of the largest response of X that is read, in bytes, after decompression. */
    @WithDefault("33554432")
    int maxBodyBytes();
}
