package io.hashlake.x.client;

import java.net.URI;
import java.time.Duration;

/**
 * How X is reached: the configuration, with what may differ from it.
 *
 * @param baseUri that of X, or where a simulator listens
 * @param vocabulary the names asked with first
 * @param readTimeout longest silence while headers or body are awaited
 */
public record XSettings(URI baseUri, BearerToken token, Vocabulary vocabulary, Duration readTimeout, XConfig config) {

    /** As it is configured. */
    public static XSettings of(URI baseUri, BearerToken token, XConfig config) {
        return new XSettings(baseUri, token, config.vocabulary(), config.readTimeout(), config);
    }

    /** The same for streams, of which X kept the older names, with another longest silence. */
    public XSettings forStreams(Duration silence) {
        return new XSettings(baseUri, token, Vocabulary.TWEET, silence, config);
    }

    /** The base without a slash at its end, so that a path can follow. */
    String base() {
        String base = baseUri.toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
