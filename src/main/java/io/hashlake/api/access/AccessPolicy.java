package io.hashlake.api.access;

import io.hashlake.api.problem.ProblemType;
import java.util.Optional;

/** Decides who may read and who may change something. */
public final class AccessPolicy {

    private static final Access GRANTED = new Access.Granted();

    private final ReadAccess reading;
    private final ApiTokens tokens;
    private final boolean hasProvider;

    /**
     * @param hasProvider bearer tokens of an identity provider are accepted as well
     * @throws IllegalArgumentException if nobody could read
     */
    public AccessPolicy(ReadAccess reading, ApiTokens tokens, boolean hasProvider) {
        if (reading == ReadAccess.TOKEN && !hasProvider && !tokens.exist(Door.READ)) {
            throw new IllegalArgumentException("hashlake.api.read-access = token: nobody could read; configure "
                    + "hashlake.api.read-token, hashlake.api.token or an OIDC provider");
        }
        this.reading = reading;
        this.tokens = tokens;
        this.hasProvider = hasProvider;
    }

    /** @param authorization the header of that name, or null */
    public Access check(Door door, String authorization) {
        if (door == Door.PROBE || door == Door.READ && reading == ReadAccess.OPEN) {
            return GRANTED;
        }
        Optional<Credentials> given = Credentials.of(authorization);
        if (given.filter(credentials -> tokens.open(door, credentials)).isPresent()) {
            return GRANTED;
        }
        if (hasProvider && given.filter(Credentials::isBearer).isPresent()) {
            return new Access.Deferred();
        }
        return refusal(door, given.isPresent());
    }

    private Access refusal(Door door, boolean isGiven) {
        if (!hasProvider && !tokens.exist(door)) {
            return new Access.Refused(ProblemType.FORBIDDEN.because(
                    "this is shut: configure hashlake.api.token to open it to those who have the token"));
        }
        String key = door == Door.READ ? "hashlake.api.read-token" : "hashlake.api.token";
        return new Access.Refused(ProblemType.UNAUTHORIZED.because(
                isGiven
                        ? "the token is another one"
                        : "send the header Authorization: Bearer, with the token of " + key));
    }
}
