package io.hashlake.simulator;

/** How a post relates to others. */
enum Kind {
    ORIGINAL(null),
    QUOTE("quoted"),
    REPLY("replied_to"),
    REPOST("retweeted");

    private final String reference;

    Kind(String reference) {
        this.reference = reference;
    }

    /** What X calls the relation; null if there is none. */
    String reference() {
        return reference;
    }
}
