package io.hashlake.x.client;

import java.util.Locale;

/** Outcome of a request, as reported to {@link ApiListener}. */
public enum RequestOutcome {
    OK,
    RATE_LIMITED,
    CAPPED,
    UNAUTHORIZED,
    OUT_OF_CREDITS,
    FORBIDDEN,
    INVALID_REQUEST,
    /** The request's field names belong to the vocabulary that this server does not speak. */
    OTHER_VOCABULARY,
    STALE_SINCE_ID,
    /** Another connection of this app is open, or X still counts one that is gone. */
    TOO_MANY_CONNECTIONS,
    /** A stream needs rules, and X has none that can be used. */
    NO_RULES,
    SERVER_ERROR,
    NETWORK,
    TIMEOUT,
    BROKEN_BODY;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
