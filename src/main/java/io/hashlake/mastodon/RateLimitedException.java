package io.hashlake.mastodon;

import java.io.IOException;
import java.time.Instant;

/** A server asks to wait. */
final class RateLimitedException extends IOException {

    private final Instant until;

    RateLimitedException(String host, Instant until) {
        super(host + "'s rate limit is used up");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
