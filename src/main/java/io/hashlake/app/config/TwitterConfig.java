package io.hashlake.app.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** X's API of version 1.1, for those who still have access to it. */
public interface TwitterConfig {

    /** The app's key. Without one, the simulator takes its place where it takes X's. */
    Optional<String> consumerKey();

    /** The app's secret. */
    Optional<String> consumerSecret();

    /** The user's token. */
    Optional<String> accessToken();

    /** The user's secret. */
    Optional<String> accessTokenSecret();

    /** Where it is, with the version and a slash at the end. */
    @WithDefault("https://api.twitter.com/1.1/")
    URI baseUrl();
}
