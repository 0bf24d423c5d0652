package io.hashlake.index;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Credentials of a process at the index's server. They are in no log: {@link #toString} does not tell them. */
final class IndexCredentials {

    static final IndexCredentials NONE = new IndexCredentials(null);

    private final String header;

    private IndexCredentials(String header) {
        this.header = header;
    }

    static IndexCredentials apiKey(String key) {
        return new IndexCredentials("ApiKey " + key);
    }

    static IndexCredentials basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new IndexCredentials("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Returns the value of the header {@code Authorization}. */
    Optional<String> header() {
        return Optional.ofNullable(header);
    }

    @Override
    public String toString() {
        return header == null ? "none" : "***";
    }
}
