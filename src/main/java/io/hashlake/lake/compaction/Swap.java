package io.hashlake.lake.compaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that are about to take the place of others. From the moment at which it stands in the store it is carried out, by
 * whomever.
 *
 * @param staged the new files
 * @param replaced keys of the files that go
 */
public record Swap(List<Staged> staged, List<String> replaced) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A new file.
     *
     * @param from its key where readers do not see it
     * @param to its key where they do
     */
    public record Staged(String from, String to) {}

    public Swap {
        staged = List.copyOf(staged);
        replaced = List.copyOf(replaced);
    }

    /** The keys of the new files where readers see them. */
    public List<String> added() {
        return staged.stream().map(Staged::to).toList();
    }

    List<ByteBuffer> content() {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode files = json.putArray("staged");
        staged.forEach(file -> files.addObject().put("from", file.from()).put("to", file.to()));
        replaced.forEach(json.putArray("replaced")::add);
        try {
            return List.of(ByteBuffer.wrap(JSON.writeValueAsBytes(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IOException if it is none */
    static Swap parse(byte[] content) throws IOException {
        JsonNode json = JSON.readTree(content);
        List<Staged> staged = new ArrayList<>();
        json.required("staged")
                .forEach(file -> staged.add(new Staged(
                        file.required("from").textValue(), file.required("to").textValue())));
        List<String> replaced = new ArrayList<>();
        json.required("replaced").forEach(key -> replaced.add(key.textValue()));
        return new Swap(staged, replaced);
    }
}
