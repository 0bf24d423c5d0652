package io.hashlake.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Secret of a header {@code Authorization}. Browsers ask their users for a name and a password (Basic), of which the password is the
 * secret; everything else sends a bearer token.
 */
record Credentials(Scheme scheme, String secret) {

    enum Scheme {
        BEARER,
        BASIC
    }

    /** @param header of that name, or null; empty where it is of another scheme or malformed */
    static Optional<Credentials> of(String header) {
        String[] parts = header == null ? new String[0] : header.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(new Credentials(Scheme.BEARER, parts[1]));
            case "basic" -> password(parts[1]).map(password -> new Credentials(Scheme.BASIC, password));
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Compares in a time that does not depend on where they differ. */
    boolean equalTo(String token) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    boolean isBearer() {
        return scheme == Scheme.BEARER;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return scheme.toString();
    }
}
