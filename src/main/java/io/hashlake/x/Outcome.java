package io.hashlake.x;

import java.util.Locale;

/** How a request ended, as {@link ApiListener} is told. */
enum Outcome {
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
    SERVER_ERROR,
    NETWORK,
    TIMEOUT,
    BROKEN_BODY;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
