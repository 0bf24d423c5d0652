package io.hashlake.index;

import java.util.List;

/**
 * Body of a bulk request.
 *
 * @param posts in the order of their lines, one or more
 */
record BulkBody(byte[] bytes, List<PendingPost> posts) {

    BulkBody {
        posts = List.copyOf(posts);
    }
}
