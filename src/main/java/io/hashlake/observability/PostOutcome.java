package io.hashlake.observability;

import java.util.Locale;

/** Outcome of a post in a sink. */
public enum PostOutcome {
    /** It is stored, and there was nothing of it before. */
    NEW,
    /** It was stored before. */
    SEEN_BEFORE,
    /** It went to the dead letter. */
    REJECTED,
    /** It was erased before, and was kept back. */
    ERASED,
    /** It was left to the process that follows its source now. */
    RELEASED;

    /** Its name as a label. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
