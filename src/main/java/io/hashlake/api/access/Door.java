package io.hashlake.api.access;

import java.util.Set;

/** Kind of a request by what it may do. */
public enum Door {

    /** Health and metrics, which probes and scrapers ask for without a token. */
    PROBE,

    /** API, feed, documentation and dashboard. */
    READ,

    /** Everything that changes something. */
    CHANGE;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String PROBES = "/q/";

    /** A statement in SQL is sent by POST, and changes nothing. */
    private static final String SQL = "/api/v1/sql";

    /**
     * Door of a request. What is not known to be harmless counts as a change.
     *
     * @param path normalized
     */
    public static Door of(String method, String path) {
        if (!READING.contains(method) && !path.equals(SQL)) {
            return CHANGE;
        }
        return path.startsWith(PROBES) ? PROBE : READ;
    }
}
