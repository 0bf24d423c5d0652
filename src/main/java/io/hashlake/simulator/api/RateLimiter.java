package io.hashlake.simulator.api;

import io.hashlake.simulator.settings.RateLimits;
import java.time.Duration;
import java.time.Instant;

/** Counts the requests to one endpoint in windows of fixed length. */
final class RateLimiter {

    private final SimulatedEndpoint endpoint;
    private final RateLimits limits;
    private Instant windowEnd = Instant.MIN;
    private Instant secondEnd = Instant.MIN;
    private int taken;

    /**
     * Allowance that the headers report.
     *
     * @param reset when the next request may be made after a refusal, else when the window ends
     */
    record Allowance(int limit, int remaining, Instant reset, boolean isExceeded) {}

    RateLimiter(SimulatedEndpoint endpoint, RateLimits limits) {
        this.endpoint = endpoint;
        this.limits = limits;
    }

    /** Takes one request; what is not enforced never runs out. */
    synchronized Allowance take(Instant now) {
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(limits.window());
            taken = 0;
        }
        if (limits.enforced() && endpoint.isSlow() && now.isBefore(secondEnd)) {
            return new Allowance(endpoint.limit(), 0, secondEnd, true);
        }
        secondEnd = now.plus(Duration.ofSeconds(1));
        boolean isExceeded = limits.enforced() && taken >= endpoint.limit();
        taken++;
        int remaining = Math.max(limits.enforced() ? 0 : 1, endpoint.limit() - taken);
        return new Allowance(endpoint.limit(), remaining, windowEnd, isExceeded);
    }
}
