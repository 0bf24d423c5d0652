package io.hashlake.x.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Rewrites payloads from the names of OpenAPI 2.166 to those of 2.167. */
final class Renaming {

    private static final Map<String, String> FIELDS = Map.of(
            "referenced_tweets", "referenced_posts",
            "note_tweet", "note_post",
            "edit_history_tweet_ids", "edit_history_post_ids",
            "retweet_count", "repost_count",
            "tweet_count", "post_count",
            "total_tweet_count", "total_post_count",
            "pinned_tweet_id", "pinned_post_id",
            "most_recent_tweet_id", "most_recent_post_id");

    private Renaming() {}

    static JsonNode toNewerNames(JsonNode tree) {
        return renamed("", "", tree);
    }

    private static JsonNode renamed(String parent, String name, JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(field ->
                            object.set(newName(name, field.getKey()), renamed(name, field.getKey(), field.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(renamed(parent, name, element)));
            return array;
        }
        boolean scope = parent.equals("withheld")
                && name.equals("scope")
                && node.asText().equals("tweet");
        return scope ? TextNode.valueOf("post") : node;
    }

    private static String newName(String parent, String field) {
        return parent.equals("includes") && field.equals("tweets") ? "posts" : FIELDS.getOrDefault(field, field);
    }
}
