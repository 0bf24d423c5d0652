package io.hashlake.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.core.Quantity;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.core.erasure.Erasure;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.tweet.Field;
import io.hashlake.tweet.TweetFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Removes posts from the indices of all months, by query: a version that a sink puts meanwhile is a conflict, and is removed when
 * the erasure is verified.
 */
public final class IndexErasure implements Erasure {

    /** Ids per request, far below the 65,536 terms that servers take. */
    private static final int SLICE = 5_000;

    private static final String OPTIONS = "?allow_no_indices=true&ignore_unavailable=true";
    private static final String PLACE_SCRIPT = "for (field in params.fields) { ctx._source.remove(field) }";

    private final IndexClient client;
    private final String alias;

    public IndexErasure(IndexServer server) {
        this.client = new IndexClient(server);
        this.alias = server.config().alias();
    }

    @Override
    public String store() {
        return IndexSink.NAME;
    }

    @Override
    public long erase(Tombstones tombstones) throws IOException {
        client.post("/" + indices() + "/_refresh" + OPTIONS, JsonNodeFactory.instance.objectNode());
        long erased = 0;
        for (long[] slice : slices(tombstones.posts())) {
            erased += delete("id", slice) + delete("retweeted_id", slice);
        }
        for (long[] slice : slices(tombstones.users())) {
            erased += delete("author_id", slice);
        }
        for (long[] slice : slices(tombstones.places())) {
            erased += removePlaces(slice);
        }
        return erased;
    }

    private static List<long[]> slices(ErasedIds ids) {
        long[] all = ids.stream().toArray();
        List<long[]> slices = new ArrayList<>();
        for (int first = 0; first < all.length; first += SLICE) {
            slices.add(Arrays.copyOfRange(all, first, Math.min(all.length, first + SLICE)));
        }
        return slices;
    }

    private long delete(String field, long[] ids) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("query", terms(field, ids));
        return byQuery("_delete_by_query", body).path("deleted").asLong();
    }

    private long removePlaces(long[] ids) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode filters = body.putObject("query").putObject("bool").putArray("filter");
        filters.add(terms("id", ids));
        filters.addObject().putObject("exists").put("field", "place_id");
        ObjectNode script = body.putObject("script").put("source", PLACE_SCRIPT);
        ArrayNode fields = script.putObject("params").putArray("fields");
        TweetFields.ALL.stream()
                .map(Field::name)
                .filter(name -> name.startsWith("place_"))
                .forEach(fields::add);
        return byQuery("_update_by_query", body).path("updated").asLong();
    }

    private static JsonNode terms(String field, long[] ids) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode values = query.putObject("terms").putArray(field);
        Arrays.stream(ids).mapToObj(Long::toString).forEach(values::add);
        return query;
    }

    private JsonNode byQuery(String action, JsonNode body) throws IOException {
        return client.post("/" + indices() + "/" + action + OPTIONS + "&conflicts=proceed&refresh=true", body);
    }

    private String indices() {
        return alias + "-*";
    }

    @Override
    public String contents() throws IOException {
        long documents = 0;
        for (JsonNode index : list()) {
            documents += index.path("docs.count").asLong();
        }
        return new Quantity(documents, "document").orEmpty();
    }

    private JsonNode list() throws IOException {
        return client.get("/_cat/indices/" + indices() + "?format=json&h=index,docs.count");
    }

    /** By name, since servers refuse patterns here. */
    @Override
    public void eraseAll() throws IOException {
        for (JsonNode index : list()) {
            client.delete("/" + index.path("index").asText());
        }
        client.put("/_index_template/" + alias, IndexTemplate.of(alias));
        client.delete("/_index_template/" + alias);
    }
}
