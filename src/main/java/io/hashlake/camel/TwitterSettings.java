package io.hashlake.camel;

import java.net.URI;
import java.util.Objects;

/**
 * Access to X's version 1.1, with OAuth 1.
 *
 * @param baseUrl for example {@code https://api.twitter.com/1.1/}
 */
public record TwitterSettings(
        URI baseUrl, String consumerKey, String consumerSecret, String accessToken, String accessTokenSecret) {

    public TwitterSettings {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(consumerKey, "consumerKey");
        Objects.requireNonNull(consumerSecret, "consumerSecret");
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(accessTokenSecret, "accessTokenSecret");
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "TwitterSettings[" + baseUrl + "]";
    }
}
