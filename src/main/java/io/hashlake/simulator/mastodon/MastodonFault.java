package io.hashlake.simulator.mastodon;

/** Something that goes wrong with the next timeline that is asked for. */
public enum MastodonFault {
    /** 429, with a reset in two seconds as an ISO time. */
    RATE_LIMITED,
    /** 503. */
    UNAVAILABLE,
    /** 200 with something that is no JSON. */
    NO_JSON,
    /** 200 with an object. */
    NO_LIST,
    /** 200 with statuses that are older than what was asked for. */
    OLD_PAGE,
    /** 200 with a page of which one status has no content. */
    BROKEN_STATUS,
    /** 401, as from now on always. */
    CLOSED
}
