package io.hashlake.api;

import io.hashlake.warehouse.analytics.PostView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A post and how it was edited.
 *
 * @param post the newest known version
 * @param versions all known ones, the oldest first
 */
@Schema(description = "A post and how it was edited")
public record PostHistory(
        PostView post,
        @Schema(description = "The oldest first") List<PostView> versions) {

    static PostHistory of(List<PostView> versions) {
        return new PostHistory(versions.get(versions.size() - 1), List.copyOf(versions));
    }
}
