package io.hashlake.x;

import java.time.Duration;

/** What can be asked, with what X allows beyond the rate limit that its headers tell. */
enum Endpoint {
    SEARCH_RECENT("search_recent", "/2/tweets/search/recent", Duration.ZERO),
    /** X allows one request a second here. */
    SEARCH_ALL("search_all", "/2/tweets/search/all", Duration.ofSeconds(1)),
    COUNTS_RECENT("counts_recent", "/2/tweets/counts/recent", Duration.ZERO),
    USAGE("usage", "/2/usage/tweets", Duration.ZERO);

    private final String label;
    private final String path;
    private final Duration spacing;

    Endpoint(String label, String path, Duration spacing) {
        this.label = label;
        this.path = path;
        this.spacing = spacing;
    }

    String label() {
        return label;
    }

    String path() {
        return path;
    }

    Duration spacing() {
        return spacing;
    }
}
