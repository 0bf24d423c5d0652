package io.hashlake.index;

import io.hashlake.core.Mistakes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the index is reached and written.
 *
 * @param alias name for searches, and prefix of the names of the monthly indices
 * @param bulkBytes size of the largest bulk request; one post may be larger
 */
public record IndexSettings(
        URI url,
        Credentials credentials,
        Optional<Path> caCertificates,
        String alias,
        int bulkBytes,
        Duration connectTimeout,
        Duration requestTimeout) {

    private static final int MIN_BULK_BYTES = 1 << 10;
    private static final int MAX_BULK_BYTES = 100 << 20;

    public IndexSettings {
        new Mistakes()
                .unlessHttp("url", url)
                .unlessWithoutQuery("url", url)
                .unless(alias.matches("[a-z][a-z0-9_-]{0,99}"), "alias", alias, "small letters, digits, _ and -")
                .unless(
                        bulkBytes >= MIN_BULK_BYTES && bulkBytes <= MAX_BULK_BYTES,
                        "bulk-bytes",
                        bulkBytes,
                        MIN_BULK_BYTES + " to " + MAX_BULK_BYTES)
                .unlessPositive("connect-timeout", connectTimeout)
                .unlessPositive("request-timeout", requestTimeout)
                .refuse();
    }

    /**
     * Returns the settings that are configured; empty without an address.
     *
     * @throws IllegalArgumentException if a value is not allowed
     */
    public static Optional<IndexSettings> of(IndexConfig config) {
        requireOneIdentity(config);
        return config.url()
                .map(url -> new IndexSettings(
                        url,
                        credentials(config),
                        config.caCertificates(),
                        config.alias(),
                        config.bulkBytes(),
                        config.connectTimeout(),
                        config.requestTimeout()));
    }

    private static void requireOneIdentity(IndexConfig config) {
        boolean isPair = config.username().isPresent() == config.password().isPresent();
        boolean isOne = config.apiKey().isEmpty() || config.username().isEmpty();
        new Mistakes()
                .unless(isPair, "username", config.username().orElse("none"), "together with password, or neither")
                .unless(isOne, "api-key", "***", "either an API key or user name and password")
                .refuse();
    }

    private static Credentials credentials(IndexConfig config) {
        return config.apiKey()
                .map(Credentials::apiKey)
                .or(() -> config.username()
                        .map(name -> Credentials.basic(name, config.password().orElseThrow())))
                .orElse(Credentials.NONE);
    }
}
