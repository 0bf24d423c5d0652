package io.hashlake.x.spend;

import io.hashlake.core.spend.SpendItem;

/** Hears what is asked and read, so that it can be counted. Called by the threads that read; must return at once. */
@FunctionalInterface
public interface SpendListener {

    /** Ignores all events. */
    SpendListener NONE = (item, amount) -> {};

    /** @param item its source is a source, {@code NAME.gaps} for what fills its gaps, or {@link SpendGuard#STREAMS} */
    void spent(SpendItem item, long amount);
}
