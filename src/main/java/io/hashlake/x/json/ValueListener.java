package io.hashlake.x.json;

import io.hashlake.x.json.draft.UnreadableValue;

/** Hears of values that could not be read, so that they can be counted and told. Must return at once. */
@FunctionalInterface
public interface ValueListener {

    /** @param origin whose document it was */
    void unreadable(String origin, UnreadableValue value);
}
