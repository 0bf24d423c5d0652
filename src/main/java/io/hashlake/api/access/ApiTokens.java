package io.hashlake.api.access;

import java.util.Optional;
import java.util.stream.Stream;

/** Tokens of the configuration: one opens every door, the other that of readers alone. */
public final class ApiTokens {

    private static final int SHORTEST = 16;

    private final Optional<String> token;
    private final Optional<String> readToken;

    /** @throws IllegalArgumentException if a token is shorter than 16 characters; the message does not repeat it */
    public ApiTokens(Optional<String> token, Optional<String> readToken) {
        this.token = required("hashlake.api.token", token);
        this.readToken = required("hashlake.api.read-token", readToken);
    }

    private static Optional<String> required(String key, Optional<String> token) {
        token.filter(given -> given.length() < SHORTEST).ifPresent(given -> {
            throw new IllegalArgumentException(
                    key + " has " + given.length() + " characters: must have " + SHORTEST + " or more");
        });
        return token;
    }

    /** Tells whether there is a token that opens a door. */
    boolean exist(Door door) {
        return opening(door).findAny().isPresent();
    }

    /** A browser repeats a password unasked, with requests that pages of others make it send: it opens nothing that changes something. */
    boolean open(Door door, Credentials given) {
        boolean isForDoor = given.isBearer() || door == Door.READ;
        return isForDoor && opening(door).anyMatch(given::equalTo);
    }

    private Stream<String> opening(Door door) {
        return door == Door.READ ? Stream.concat(token.stream(), readToken.stream()) : token.stream();
    }
}
