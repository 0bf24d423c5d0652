package io.hashlake.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.StorableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A post's hashtags: those marked up in its text, and those that its author added beside it. */
final class PostHashtags {

    private PostHashtags() {}

    /** Returns each once, by its canonical form; what cannot be a hashtag is left out. */
    static List<Hashtag> of(JsonNode content) {
        Map<String, Hashtag> found = new LinkedHashMap<>();
        texts(content).forEach(text -> add(text, found));
        return List.copyOf(found.values());
    }

    private static List<String> texts(JsonNode content) {
        List<String> texts = new ArrayList<>();
        for (JsonNode facet : content.path("facets")) {
            for (JsonNode feature : facet.path("features")) {
                if (feature.path("$type").asText().equals("app.bsky.richtext.facet#tag")) {
                    texts.add(feature.path("tag").asText());
                }
            }
        }
        content.path("tags").forEach(tag -> texts.add(tag.asText()));
        return texts;
    }

    private static void add(String text, Map<String, Hashtag> found) {
        try {
            Hashtag hashtag = Hashtag.of(StorableText.of(text));
            found.putIfAbsent(hashtag.canonical(), hashtag);
        } catch (IllegalArgumentException e) {
            // Empty or too long: it is followed by nobody.
        }
    }
}
