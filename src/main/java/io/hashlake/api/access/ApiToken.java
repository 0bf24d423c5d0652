package io.hashlake.api.access;

import io.hashlake.api.problem.ProblemException;
import io.hashlake.api.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What opens the verbs that change something; without one they are shut. */
public final class ApiToken {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 16;

    private final Optional<byte[]> token;

    /** @throws IllegalArgumentException if the token is shorter than 16 characters; the message does not repeat it */
    public ApiToken(Optional<String> token) {
        token.filter(given -> given.length() < SHORTEST).ifPresent(given -> {
            throw new IllegalArgumentException(
                    "hashlake.api.token has " + given.length() + " characters: must have " + SHORTEST + " or more");
        });
        this.token = token.map(given -> given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Lets a request pass that carries the token.
     *
     * @param authorization the header of that name, or null
     * @throws ProblemException if it does not
     */
    public void require(String authorization) {
        byte[] expected = token.orElseThrow(() -> ProblemType.FORBIDDEN
                .because("this is shut: configure hashlake.api.token to open it to those who have the token")
                .thrown());
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw ProblemType.UNAUTHORIZED
                    .because("send the header Authorization: Bearer, with the token of hashlake.api.token")
                    .thrown();
        }
        byte[] given = authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw ProblemType.UNAUTHORIZED.because("the token is another one").thrown();
        }
    }
}
