package io.hashlake.core;

/** State of a gap. */
public enum GapState {
    /** It is to be filled. */
    OPEN,
    /** It was filled: what X still gives of it is committed by every sink. */
    CLOSED,
    /** Nothing can fill it. */
    UNCLOSABLE
}
