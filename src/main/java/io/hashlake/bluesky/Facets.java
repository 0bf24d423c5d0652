package io.hashlake.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.tweet.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Mark-up in a post's text beside hashtags.
 *
 * @param mentions names as written, without {@code @}
 */
record Facets(List<String> mentions, List<String> links) {

    static Facets of(JsonNode content) {
        Facets facets = new Facets(new ArrayList<>(), new ArrayList<>());
        byte[] text = content.path("text").asText().getBytes(StandardCharsets.UTF_8);
        for (JsonNode facet : content.path("facets")) {
            facet.path("features").forEach(feature -> facets.add(feature, facet.path("index"), text));
        }
        return facets;
    }

    private void add(JsonNode feature, JsonNode index, byte[] text) {
        switch (feature.path("$type").asText()) {
            case "app.bsky.richtext.facet#mention" -> mentions.add(name(feature, index, text));
            case "app.bsky.richtext.facet#link" ->
                links.add(StorableText.of(feature.path("uri").asText()));
            default -> {
                // Hashtags are read by themselves, and new kinds come without notice.
            }
        }
    }

    /** The author's program counts bytes and may be wrong: then the account's DID stands for its name. */
    private static String name(JsonNode feature, JsonNode index, byte[] text) {
        int start = index.path("byteStart").asInt(-1);
        int end = index.path("byteEnd").asInt(-1);
        boolean isMention = start >= 0 && end - start > 1 && end <= text.length && text[start] == '@';
        return StorableText.of(
                isMention
                        ? new String(text, start + 1, end - start - 1, StandardCharsets.UTF_8)
                        : feature.path("did").asText());
    }
}
