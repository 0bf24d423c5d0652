package io.hashlake.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.core.erasure.PayloadEraser;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.tweet.NetworkId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Removes erased posts from pages of statuses, and with them their boosts and quotes. */
public final class StatusEraser implements PayloadEraser {

    /** Field in which a status holds another one. */
    private static final List<String> HELD = List.of("", "/reblog", "/quote/quoted_status");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Optional<byte[]> erase(byte[] json, Tombstones tombstones) {
        if (json.length == 0 || json[0] != '[' || tombstones.isEmpty()) {
            return Optional.of(json);
        }
        try {
            JsonNode page = JSON.readTree(json);
            int size = page.size();
            for (Iterator<JsonNode> statuses = page.elements(); statuses.hasNext(); ) {
                if (isErased(statuses.next(), tombstones)) {
                    statuses.remove();
                }
            }
            return Optional.of(page.size() == size ? json : page.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.of(json);
        }
    }

    private static boolean isErased(JsonNode status, Tombstones tombstones) {
        return HELD.stream()
                .map(held -> status.at(held).path("uri").asText())
                .anyMatch(uri -> !uri.isEmpty() && tombstones.posts().contains(NetworkId.of(uri)));
    }
}
