package io.hashlake.index;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.tweet.Field;
import io.hashlake.tweet.FieldType;
import io.hashlake.tweet.TweetFields;
import java.util.Map;

/** Template of the monthly indices. Their fields follow from the table of a post's fields. */
final class IndexTemplate {

    /** Object that holds the text once more, in the field of its language. */
    static final String STEMMED = "stemmed";

    /** Above this a keyword is stored but not indexed: in UTF-8 it would be longer than Lucene allows. */
    private static final int MAX_KEYWORD = 8_191;

    /** Above those that the servers come with. */
    private static final int PRIORITY = 300;

    private static final Map<FieldType<?>, String> TYPES = Map.of(
            FieldType.ID, "keyword",
            FieldType.IDS, "keyword",
            FieldType.COUNT, "long",
            FieldType.FLAG, "boolean",
            FieldType.REAL, "double",
            FieldType.TIMESTAMP, "date",
            FieldType.LONG_TEXT, "text");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private IndexTemplate() {}

    static ObjectNode of(String alias) {
        ObjectNode template = JSON.objectNode();
        template.set("aliases", JSON.objectNode().set(alias, JSON.objectNode()));
        template.set("settings", JSON.objectNode().set("index", settings()));
        ObjectNode mappings = template.putObject("mappings").put("dynamic", "strict");
        mappings.set("properties", properties());
        ObjectNode whole = JSON.objectNode().put("priority", PRIORITY);
        whole.putArray("index_patterns").add(alias + "-*");
        whole.set("template", template);
        return whole;
    }

    /** Returns the fields, for indices that exist already. */
    static ObjectNode properties() {
        ObjectNode properties = JSON.objectNode();
        for (Field<?, ?> field : TweetFields.ALL) {
            properties.set(field.name(), property(TYPES.getOrDefault(field.type(), "keyword")));
        }
        ObjectNode languages = properties.putObject(STEMMED).putObject("properties");
        TextLanguages.ANALYZERS.forEach((language, analyzer) ->
                languages.putObject(language).put("type", "text").put("analyzer", analyzer));
        return properties;
    }

    private static ObjectNode property(String type) {
        ObjectNode property = JSON.objectNode().put("type", type);
        return type.equals("keyword") ? property.put("ignore_above", MAX_KEYWORD) : property;
    }

    /** A single node cannot hold a replica; with more of them, each shard has one. */
    private static ObjectNode settings() {
        return JSON.objectNode()
                .put("number_of_shards", 1)
                .put("auto_expand_replicas", "0-1")
                .put("refresh_interval", "1s")
                .put("codec", "best_compression");
    }
}
