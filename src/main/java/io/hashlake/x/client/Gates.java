package io.hashlake.x.client;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which endpoints must not be called yet, so that no request is wasted on being refused. */
final class Gates {

    private final Map<ApiEndpoint, Instant> closedUntil = new ConcurrentHashMap<>();

    /** Returns until when the endpoint must not be called; empty if it may be. */
    Optional<Instant> closed(ApiEndpoint endpoint, Instant now) {
        return Optional.ofNullable(closedUntil.get(endpoint)).filter(now::isBefore);
    }

    /** Closes the endpoint until then, unless it stays closed for longer. */
    void close(ApiEndpoint endpoint, Instant until) {
        closedUntil.merge(endpoint, until, (now, then) -> now.isAfter(then) ? now : then);
    }
}
