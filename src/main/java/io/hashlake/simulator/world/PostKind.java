package io.hashlake.simulator.world;

/** Relation of a post to others. */
public enum PostKind {
    ORIGINAL(null),
    QUOTE("quoted"),
    REPLY("replied_to"),
    REPOST("retweeted");

    private final String reference;

    PostKind(String reference) {
        this.reference = reference;
    }

    /** Returns X's name for the relation; null if there is none. */
    public String reference() {
        return reference;
    }
}
