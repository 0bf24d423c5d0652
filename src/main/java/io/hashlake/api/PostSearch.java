package io.hashlake.api;

import io.hashlake.warehouse.analytics.PostFilter;
import java.io.IOException;
import java.util.List;

/** Finds posts by what their texts say. */
public interface PostSearch {

    /** Returns what it searches: {@code index} or {@code warehouse}. */
    String name();

    /**
     * Returns the newest posts that match.
     *
     * @throws IOException if the warehouse cannot be asked just now
     */
    List<FoundPost> search(PostFilter filter, int limit) throws IOException;
}
