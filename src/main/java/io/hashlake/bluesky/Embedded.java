package io.hashlake.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.tweet.StorableText;
import java.util.ArrayList;
import java.util.List;

/**
 * Content that a post shows beside its text.
 *
 * @param link address of a previewed page; null where there is none
 * @param quoted uri of the quoted post; null where none is
 */
record Embedded(String link, String quoted, List<String> mediaTypes, List<String> altTexts) {

    static Embedded in(JsonNode content) {
        JsonNode embed = content.path("embed");
        JsonNode media = embed.has("media") ? embed.get("media") : embed;
        List<String> types = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (JsonNode image : media.path("images")) {
            types.add("photo");
            texts.add(StorableText.of(image.path("alt").asText()));
        }
        if (media.has("video")) {
            types.add("video");
            texts.add(StorableText.of(media.path("alt").asText()));
        }
        return new Embedded(text(media.path("external").path("uri")), quoted(embed.path("record")), types, texts);
    }

    /** With media beside it the reference lies one level deeper. Lists and feeds are embedded in the same way. */
    private static String quoted(JsonNode embedded) {
        String uri = text((embedded.has("record") ? embedded.get("record") : embedded).path("uri"));
        return uri != null && uri.contains("/" + FrameParser.POSTS + "/") ? uri : null;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? StorableText.of(value.textValue()) : null;
    }
}
