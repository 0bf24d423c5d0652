package io.hashlake.lake.compaction;

import java.util.List;

/**
 * A swap whose new files have their names, while the old ones still stand.
 *
 * @param key of its record
 * @param isReplaced false if the table refused it, so that the new files go instead of the old ones
 */
public record NamedSwap(String key, Swap swap, boolean isReplaced) {

    /** Returns the keys of the files that go. */
    List<String> obsolete() {
        return isReplaced ? swap.replaced() : swap.added();
    }

    /** Returns whether readers that are listing may count on files that go. */
    boolean needsOverlap() {
        return !swap.staged().isEmpty() && !obsolete().isEmpty();
    }
}
