package io.hashlake.simulator.world;

/** How a post relates to others. */
public enum Kind {
    ORIGINAL(null),
    QUOTE("quoted"),
    REPLY("replied_to"),
    REPOST("retweeted");

    private final String reference;

    Kind(String reference) {
        this.reference = reference;
    }

    /** What X calls the relation; null if there is none. */
    public String reference() {
        return reference;
    }
}
