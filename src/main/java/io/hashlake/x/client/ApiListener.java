package io.hashlake.x.client;

import java.time.Duration;

/** Hears of every answer, so that requests can be counted. */
@FunctionalInterface
public interface ApiListener {

    /** Ignores all events. */
    ApiListener NONE = (endpoint, outcome, took, limit) -> {};

    /**
     * A request was answered, or failed. Called by the thread that asked; must return at once.
     *
     * @param endpoint {@code search_recent}, {@code search_all}, {@code counts_recent}, {@code usage}, {@code search_stream},
     *     {@code sample_stream} (of which the opening is the request), {@code rules}, {@code rules_change} or {@code connections}
     * @param outcome {@code ok}, {@code rate_limited}, {@code capped}, {@code unauthorized}, {@code out_of_credits},
     *     {@code forbidden}, {@code invalid_request}, {@code other_vocabulary}, {@code stale_since_id},
     *     {@code too_many_connections}, {@code no_rules}, {@code server_error}, {@code network}, {@code timeout} or {@code broken_body}
     * @param took from sending to the last byte, or to the failure
     * @param limit what X said is left of the endpoint's rate limit; null where it said nothing
     */
    void answered(String endpoint, String outcome, Duration took, RateLimit limit);
}
