package io.hashlake.x.client;

import java.time.Duration;

/**
 * Endpoint of X's API, with the limits that apply beyond the rate limit in its headers. Each has its own rate limit.
 */
public enum ApiEndpoint {
    SEARCH_RECENT("search_recent", "GET", "/2/tweets/search/recent"),
    SEARCH_ALL("search_all", "GET", "/2/tweets/search/all"),
    COUNTS_RECENT("counts_recent", "GET", "/2/tweets/counts/recent"),
    USAGE("usage", "GET", "/2/usage/tweets"),
    SEARCH_STREAM("search_stream", "GET", "/2/tweets/search/stream"),
    SAMPLE_STREAM("sample_stream", "GET", "/2/tweets/sample/stream"),
    RULES("rules", "GET", "/2/tweets/search/stream/rules"),
    RULES_CHANGE("rules_change", "POST", "/2/tweets/search/stream/rules"),
    CONNECTIONS("connections", "DELETE", "/2/connections/all"),
    COMPLIANCE_JOBS("compliance_jobs", "GET", "/2/compliance/jobs"),
    COMPLIANCE_CREATE("compliance_create", "POST", "/2/compliance/jobs");

    private final String label;
    private final String method;
    private final String path;

    ApiEndpoint(String label, String method, String path) {
        this.label = label;
        this.method = method;
        this.path = path;
    }

    String label() {
        return label;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Returns whether the response has no end. */
    boolean isStream() {
        return this == SEARCH_STREAM || this == SAMPLE_STREAM;
    }

    /** Interval between requests: X allows one per second to the full archive. */
    Duration spacing() {
        return this == SEARCH_ALL ? Duration.ofSeconds(1) : Duration.ZERO;
    }
}
