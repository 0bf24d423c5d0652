package io.hashlake.x.client;

import io.hashlake.core.Mistakes;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * How X is reached.
 *
 * @param baseUri {@code https://api.x.com}, or where a simulator listens; http or https
 * @param vocabulary the names asked with first
 * @param connectTimeout until a connection stands
 * @param readTimeout longest silence while headers or body are awaited
 * @param totalTimeout for the whole answer
 * @param maxBodyBytes largest body that is read, as sent and as decompressed; 1 KiB to 1 GiB
 * @param keepsPayloads whether what was received is handed on with what was made of it; it takes memory until every sink
 *     has committed
 */
public record XSettings(
        URI baseUri,
        BearerToken token,
        Vocabulary vocabulary,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        int maxBodyBytes,
        boolean keepsPayloads) {

    private static final int MIN_BODY = 1 << 10;
    private static final int MAX_BODY = 1 << 30;
    private static final int DEFAULT_BODY = 32 << 20;

    public XSettings {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(vocabulary, "vocabulary");
        new Mistakes()
                .unlessHttp("base-url", baseUri)
                .unlessWithoutQuery("base-url", baseUri)
                .unlessPositive("connect-timeout", connectTimeout)
                .unlessPositive("read-timeout", readTimeout)
                .unlessPositive("total-timeout", totalTimeout)
                .unless(
                        maxBodyBytes >= MIN_BODY && maxBodyBytes <= MAX_BODY,
                        "max-body-bytes",
                        maxBodyBytes,
                        MIN_BODY + " to " + MAX_BODY)
                .refuse();
    }

    /** Without payloads. */
    public XSettings(
            URI baseUri,
            BearerToken token,
            Vocabulary vocabulary,
            Duration connectTimeout,
            Duration readTimeout,
            Duration totalTimeout,
            int maxBodyBytes) {
        this(baseUri, token, vocabulary, connectTimeout, readTimeout, totalTimeout, maxBodyBytes, false);
    }

    /** The same with payloads. */
    public XSettings withPayloads() {
        return new XSettings(baseUri, token, vocabulary, connectTimeout, readTimeout, totalTimeout, maxBodyBytes, true);
    }

    /** The same with this limit for each step of a request. */
    public XSettings within(Duration limit) {
        return new XSettings(baseUri, token, vocabulary, limit, limit, limit, maxBodyBytes, keepsPayloads);
    }

    /** With 10 s to connect, 30 s of silence, 60 s in all, bodies up to 32 MiB, and the names that are asked with by default. */
    public static XSettings of(URI baseUri, BearerToken token) {
        return new XSettings(
                baseUri,
                token,
                Vocabulary.DEFAULT,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                DEFAULT_BODY);
    }

    /** The same for streams, of which X kept the older names, with another longest silence. */
    public XSettings forStreams(Duration silence) {
        return new XSettings(baseUri, token, Vocabulary.TWEET, connectTimeout, silence, totalTimeout, maxBodyBytes);
    }

    /** The base without a slash at its end, so that a path can follow. */
    String base() {
        String base = baseUri.toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
