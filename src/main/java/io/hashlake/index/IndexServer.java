package io.hashlake.index;

import java.net.URI;
import java.util.Optional;

/** The server of the index that is configured, with what follows from properties that belong together. */
public record IndexServer(IndexConfig config) {

    /** Returns the server; empty without an address. */
    public static Optional<IndexServer> of(IndexConfig config) {
        return config.url().map(url -> new IndexServer(config));
    }

    /**
     * Checks what no property shows by itself.
     *
     * @throws IllegalArgumentException if credentials are given in part or twice, or the certificates cannot be read
     */
    public IndexServer requireWhole() {
        if (config.username().isPresent() != config.password().isPresent()) {
            throw new IllegalArgumentException("username and password must be given together, or neither");
        }
        if (config.apiKey().isPresent() && config.username().isPresent()) {
            throw new IllegalArgumentException("api-key must not be given beside username and password");
        }
        config.caCertificates().ifPresent(TrustedCertificates::of);
        return this;
    }

    URI url() {
        return config.url().orElseThrow();
    }

    IndexCredentials credentials() {
        return config.apiKey()
                .map(IndexCredentials::apiKey)
                .or(() -> config.username()
                        .map(name ->
                                IndexCredentials.basic(name, config.password().orElse(""))))
                .orElse(IndexCredentials.NONE);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return url().toString();
    }
}
