package io.hashlake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One page whose posts can be given other ids, so that it stands for any number of pages. */
final class PageTemplate {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] json;
    private final String nextToken;
    private final List<int[]> places = new ArrayList<>();

    PageTemplate(byte[] json) throws IOException {
        this.json = json;
        JsonNode page = JSON.readTree(json);
        this.nextToken = page.at("/meta/next_token").asText(null);
        for (JsonNode post : page.path("data")) {
            places.add(find(post.get("id").asText().getBytes(StandardCharsets.US_ASCII)));
        }
    }

    int size() {
        return places.size();
    }

    int bytes() {
        return json.length;
    }

    String nextToken() {
        return nextToken;
    }

    /** The page with ids that go down from {@code newest}. */
    byte[] withIds(long newest) {
        byte[] page = json.clone();
        long id = newest;
        for (int[] offsets : places) {
            byte[] digits = Long.toString(id--).getBytes(StandardCharsets.US_ASCII);
            for (int offset : offsets) {
                System.arraycopy(digits, 0, page, offset, digits.length);
            }
        }
        return page;
    }

    private int[] find(byte[] id) {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at + id.length <= json.length; at++) {
            if (Arrays.equals(json, at, at + id.length, id, 0, id.length)) {
                found.add(at);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
