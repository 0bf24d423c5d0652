package io.hashlake.camel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** X's API of version 1.1, for those who still have access to it. */
@ConfigMapping(prefix = "hashlake.twitter")
public interface TwitterConfig {

    /** Consumer key of the app for version 1.1. Without it, the simulator takes the place of X 1.1 where it takes X's. */
    Optional<String> consumerKey();

    /** Consumer secret of the app for version 1.1. */
    Optional<String> consumerSecret();

    /** Access token of the user for version 1.1. */
    Optional<String> accessToken();

    /** Secret of the access token for version 1.1. */
    Optional<String> accessTokenSecret();

    /** Address of X's API of version 1.1, with the version and a slash at the end. */
    @WithDefault("https://api.twitter.com/1.1/")
    URI baseUrl();
}
