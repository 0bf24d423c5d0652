package io.hashlake.simulator.bluesky;

/** Something that goes wrong at the next frame of any connection. */
public enum JetstreamFault {
    /** The connection ends without a word. */
    HANG_UP,
    /** Nothing comes any more, while the connection stands. */
    SILENCE,
    /** A frame that is no JSON. */
    BROKEN_JSON,
    /** A frame nested a thousand levels deep. */
    DEEP_JSON,
    /** A frame of two million characters. */
    HUGE_FRAME,
    /** A post without its text. */
    NO_TEXT,
    /** The stream goes on a hundred posts earlier. */
    JUMP_BACK
}
