package io.hashlake.x.client;

import java.net.URI;
import java.time.Duration;

/**
 * Access to X: the configuration, with what may differ from it.
 *
 * @param baseUri that of X, or where a simulator listens
 * @param vocabulary the names asked with first
 */
public record XSettings(URI baseUri, BearerToken token, Vocabulary vocabulary, Timeouts timeouts, XConfig config) {

    /**
     * Time limits of one request.
     *
     * @param connect until the connection is made
     * @param silence longest silence while headers or body are awaited
     * @param total until the response is complete, or a stream's headers are there
     */
    public record Timeouts(Duration connect, Duration silence, Duration total) {}

    /** As it is configured. */
    public static XSettings of(URI baseUri, BearerToken token, XConfig config) {
        return new XSettings(
                baseUri,
                token,
                config.vocabulary(),
                new Timeouts(config.connectTimeout(), config.readTimeout(), config.totalTimeout()),
                config);
    }

    /** The same for streams, of which X kept the older names, with another longest silence. */
    public XSettings forStreams(Duration silence) {
        return new XSettings(
                baseUri, token, Vocabulary.TWEET, new Timeouts(timeouts.connect(), silence, timeouts.total()), config);
    }

    /** The same with this limit for each step of a request. */
    public XSettings within(Duration limit) {
        return new XSettings(baseUri, token, vocabulary, new Timeouts(limit, limit, limit), config);
    }

    /** The base without a slash at its end, so that a path can follow. */
    String base() {
        String base = baseUri.toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
