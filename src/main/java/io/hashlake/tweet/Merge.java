package io.hashlake.tweet;

/** Result of two observations of the same post, for one of its fields. */
public enum Merge {
    /** The newest observation's value, also where that is null. */
    NEWEST,
    /** The newest observation's value; of two observations of the same moment the larger, so that a known one wins. */
    KNOWN,
    /** The values of both lists, sorted, once each. */
    UNION
}
