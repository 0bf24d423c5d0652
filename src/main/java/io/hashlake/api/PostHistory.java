package io.hashlake.api;

import io.hashlake.warehouse.analytics.PostView;
import java.util.List;

/**
 * A post and how it was edited.
 *
 * @param post the newest known version
 * @param versions all known ones, the oldest first
 */
public record PostHistory(PostView post, List<PostView> versions) {

    static PostHistory of(List<PostView> versions) {
        return new PostHistory(versions.get(versions.size() - 1), List.copyOf(versions));
    }
}
