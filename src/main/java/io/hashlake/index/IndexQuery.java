package io.hashlake.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Query for posts, the newest first; what is null or empty does not narrow.
 *
 * @param hashtags canonical forms; a post carries any of them
 * @param words all of them occur in the text, in the forms of its language too
 * @param phrase words that occur in the text as they are, one after the other
 * @param author user name in letters of any case
 * @param language of the text
 * @param after last post of the page before; null for the first page
 */
public record IndexQuery(
        List<String> hashtags,
        String words,
        String phrase,
        String author,
        String language,
        String sentiment,
        String network,
        Instant from,
        Instant to,
        After after) {

    static final String MATCH_BEGINS = "\ue000";
    static final String MATCH_ENDS = "\ue001";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** End of a page. */
    public record After(Instant createdAt, long id) {}

    public IndexQuery {
        hashtags = List.copyOf(hashtags);
    }

    ObjectNode body(int limit) {
        ObjectNode body = JSON.objectNode().put("size", limit).put("track_total_hits", false);
        body.putObject("query").set("bool", JSON.objectNode().set("filter", filters()));
        body.putArray("sort")
                .add(JSON.objectNode().put("created_at", "desc"))
                .add(JSON.objectNode().put("id", "desc"));
        if (after != null) {
            body.putArray("search_after").add(after.createdAt().toEpochMilli()).add(Long.toString(after.id()));
        }
        body.set("highlight", highlight());
        return body;
    }

    private ArrayNode filters() {
        ArrayNode filters = JSON.arrayNode().add(period());
        if (!hashtags.isEmpty()) {
            ArrayNode any = JSON.arrayNode();
            hashtags.forEach(any::add);
            filters.add(clause("terms", "hashtags", any));
        }
        addTerm(filters, "author_username", author);
        addTerm(filters, "text_language", language);
        addTerm(filters, "sentiment", sentiment);
        addTerm(filters, "network", network);
        if (words != null) {
            filters.add(matching());
        }
        if (phrase != null) {
            filters.add(clause("match_phrase", "text", JSON.textNode(phrase)));
        }
        return filters;
    }

    /** The index keeps times in milliseconds. */
    private ObjectNode period() {
        ObjectNode range = JSON.objectNode().put("format", "epoch_millis");
        if (from != null) {
            range.put("gte", millis(from));
        }
        if (to != null) {
            range.put("lt", millis(to));
        }
        return clause("range", "created_at", range);
    }

    /** The first millisecond that does not begin before the moment. */
    private static long millis(Instant moment) {
        return moment.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
    }

    private ObjectNode matching() {
        ObjectNode match = JSON.objectNode().put("query", words).put("operator", "and");
        match.putArray("fields").add("text").add(IndexTemplate.STEMMED + ".*");
        return JSON.objectNode().set("multi_match", match);
    }

    private static void addTerm(ArrayNode filters, String field, String value) {
        if (value != null) {
            filters.add(
                    clause("term", field, JSON.objectNode().put("value", value).put("case_insensitive", true)));
        }
    }

    private static ObjectNode clause(String kind, String field, JsonNode value) {
        return JSON.objectNode().set(kind, JSON.objectNode().set(field, value));
    }

    /** Whole texts, with signs around matches that no post should hold. */
    private static ObjectNode highlight() {
        ObjectNode highlight = JSON.objectNode().put("number_of_fragments", 0);
        highlight.putArray("pre_tags").add(MATCH_BEGINS);
        highlight.putArray("post_tags").add(MATCH_ENDS);
        ObjectNode fields = highlight.putObject("fields");
        fields.putObject("text");
        fields.putObject(IndexTemplate.STEMMED + ".*");
        return highlight;
    }
}
