package io.hashlake.x.json.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.core.erasure.Tombstones;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An object of JSON that may be a post: of version 2, of version 1.1, or as the dead letter has it. */
record JsonItem(ObjectNode object) {

    private static final List<String> TEXTS = List.of("text", "full_text");
    private static final List<String> AUTHORS = List.of("user", "author");
    private static final List<String> REFERENCES = List.of("referenced_tweets", "referenced_posts", "references");

    boolean isPost() {
        return TEXTS.stream().anyMatch(object::has) && (object.has("id") || object.has("id_str"));
    }

    long id() {
        return number(object, "id_str", "id");
    }

    boolean isErased(Tombstones tombstones) {
        return tombstones.posts().contains(id())
                || tombstones.users().contains(author())
                || tombstones.posts().contains(number(object.path("retweeted_status"), "id_str", "id"))
                || REFERENCES.stream()
                        .flatMap(name -> object.path(name).valueStream())
                        .anyMatch(reference -> isErasedOriginal(reference, tombstones));
    }

    private static boolean isErasedOriginal(JsonNode reference, Tombstones tombstones) {
        return reference.path("type").asText().equalsIgnoreCase("retweeted")
                && tombstones.posts().contains(number(reference, "id", "tweetId"));
    }

    private long author() {
        long named = number(object, "author_id", "author_id");
        return AUTHORS.stream()
                .map(object::path)
                .mapToLong(author -> number(author, "id_str", "id"))
                .filter(id -> id >= 0)
                .findFirst()
                .orElse(named);
    }

    /** Ids of its author and its media, which stand beside it. */
    Set<String> attached() {
        Set<String> attached = new HashSet<>();
        attached.add(object.path("author_id").asText());
        object.path("attachments").path("media_keys").forEach(key -> attached.add(key.asText()));
        return attached;
    }

    /** The number in the first of the two fields that has one; -1 without. */
    private static long number(JsonNode node, String field, String other) {
        return node.path(field).asLong(node.path(other).asLong(-1));
    }
}
