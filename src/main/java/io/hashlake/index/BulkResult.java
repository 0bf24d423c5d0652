package io.hashlake.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Results of the posts of a bulk request.
 *
 * @param created number of posts that the index did not have
 * @param stored those that the index has now, in this state or a newer one
 * @param refused those that it can never take
 * @param waiting those that it does not take just now
 */
record BulkResult(int created, List<PendingPost> stored, List<Refused> refused, List<Refused> waiting) {

    private static final int CONFLICT = 409;

    /** Makes the answer as short as it can be. */
    static final String PATH = "/_bulk?filter_path=items.*.status,items.*.result,items.*.error";

    /** A post that was not taken, and why. */
    record Refused(PendingPost post, IndexError error) {}

    /** @throws IOException if the answer does not have an item for each post */
    static BulkResult of(BulkBody body, JsonNode answer) throws IOException {
        JsonNode items = answer.path("items");
        List<PendingPost> posts = body.posts();
        if (items.size() != posts.size()) {
            throw new IOException(
                    "the index answers for " + items.size() + " of " + posts.size() + " posts of a bulk request");
        }
        int created = 0;
        List<PendingPost> stored = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        List<Refused> waiting = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            JsonNode item = items.get(i).path("index");
            int status = item.path("status").asInt();
            if (status == 200 || status == 201 || status == CONFLICT) {
                stored.add(posts.get(i));
                created += item.path("result").asText().equals("created") ? 1 : 0;
                continue;
            }
            Refused not = new Refused(posts.get(i), IndexError.of(status, item));
            (not.error().isOfDocument() ? refused : waiting).add(not);
        }
        return new BulkResult(created, stored, refused, waiting);
    }
}
