package io.hashlake.warehouse.star;

import java.util.List;
import java.util.SortedSet;

/**
 * Changes since the last export.
 *
 * @param ids of the notes that say so
 * @param dates the days, as {@code date_key} has them
 */
public record MartChanges(List<Long> ids, SortedSet<Integer> dates) {

    public MartChanges {
        ids = List.copyOf(ids);
    }
}
