package io.hashlake.app.config;

import io.hashlake.x.client.Vocabulary;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** X's API. */
public interface XConfig {

    /** The app's bearer token. Without one, the simulator takes X's place. */
    Optional<String> bearerToken();

    /** Where X's API is. */
    @WithDefault("https://api.x.com")
    URI baseUrl();

    /** The field names to ask with first: TWEET until X's schema 2.166, POST from 2.167. */
    @WithDefault("tweet")
    Vocabulary vocabulary();

    /** How long to wait for a connection. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** How long to wait for the next byte. */
    @WithDefault("30s")
    Duration readTimeout();

    /** How long a request may take in all. */
    @WithDefault("60s")
    Duration totalTimeout();

    /** The largest response that is read, in bytes, after decompression. */
    @WithDefault("33554432")
    int maxBodyBytes();
}
