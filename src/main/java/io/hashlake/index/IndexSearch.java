package io.hashlake.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Searches the index. Safe for use by several threads. */
public final class IndexSearch {

    private final IndexClient client;
    private final String path;

    public IndexSearch(IndexServer server) {
        this.client = new IndexClient(server);
        this.path = "/" + server.config().alias() + "/_search?ignore_unavailable=true&allow_no_indices=true";
    }

    /**
     * Returns the newest posts that match; none where nothing has been written yet.
     *
     * @throws IOException if the server cannot be reached, or not all of its shards answer
     */
    public List<IndexedPost> search(IndexQuery query, int limit) throws IOException {
        JsonNode answer = client.post(path, query.body(limit));
        if (answer.path("timed_out").asBoolean() || answer.at("/_shards/failed").asInt() > 0) {
            throw new IOException("the index answers a search in part only: "
                    + answer.at("/_shards/failures/0/reason/reason").asText("some shards are not there"));
        }
        List<IndexedPost> posts = new ArrayList<>();
        answer.at("/hits/hits").forEach(hit -> posts.add(post(hit)));
        return posts;
    }

    private static IndexedPost post(JsonNode hit) {
        JsonNode fields = hit.path("_source");
        List<String> marked = new ArrayList<>();
        hit.path("highlight").forEach(texts -> texts.forEach(text -> marked.add(text.asText())));
        return new IndexedPost(fields, MarkedText.matches(fields.path("text").asText(), marked));
    }
}
