package io.hashlake.x.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Rate limit of an endpoint, as X's headers give it.
 *
 * @param limit requests per window of 15 minutes
 * @param remaining how many of them are left
 * @param reset when the next window starts
 */
public record RateLimit(long limit, long remaining, Instant reset) {

    /** Wait where the reset is missing or implausible. */
    static final Duration UNTOLD = Duration.ofMinutes(1);

    /** A window, and some difference between X's clock and this one. */
    private static final Duration LONGEST = Duration.ofMinutes(16);

    private static final String PREFIX = "x-rate-limit-";
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    public RateLimit {
        Objects.requireNonNull(reset, "reset");
    }

    /** Parses the headers; null unless all of them are there. */
    static RateLimit of(HttpHeaders headers) {
        long limit = number(headers, "limit");
        long remaining = number(headers, "remaining");
        long reset = number(headers, "reset");
        boolean complete = limit >= 0 && remaining >= 0 && reset >= 0 && reset <= LAST_SECOND;
        return complete ? new RateLimit(limit, remaining, Instant.ofEpochSecond(reset)) : null;
    }

    /** Returns when to send the next request, given the headers, which may be missing or wrong. */
    static Instant reopening(RateLimit told, Instant now) {
        boolean plausible = told != null && told.reset.isAfter(now) && !told.reset.isAfter(now.plus(LONGEST));
        return plausible ? told.reset : now.plus(UNTOLD);
    }

    private static long number(HttpHeaders headers, String name) {
        try {
            return headers.firstValueAsLong(PREFIX + name).orElse(-1);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
