package io.hashlake.lake.commit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Record of the files about to be put. It is in the store before the first of them, so that after a kill the next
 * process knows what to delete.
 *
 * @param ordinal grows from intent to intent of an origin: the time at which it was made, in milliseconds, or a little later
 * @param start the origin's position before the first row
 * @param end its position after the last row
 * @param cursor where the origin's cursor stood when the intent was made; empty if it had none
 * @param keys of the files
 */
public record WriteAheadRecord(
        String origin, long ordinal, String start, String end, Optional<String> cursor, List<String> keys) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public WriteAheadRecord {
        keys = List.copyOf(keys);
    }

    /** The ordinal with leading zeros, so that names sort as numbers do. */
    public static String ordinalName(long ordinal) {
        return String.format("%016d", ordinal);
    }

    List<ByteBuffer> content() {
        ObjectNode json = JSON.createObjectNode()
                .put("origin", origin)
                .put("ordinal", ordinal)
                .put("start", start)
                .put("end", end)
                .put("cursor", cursor.orElse(null));
        keys.forEach(json.putArray("keys")::add);
        try {
            return List.of(ByteBuffer.wrap(JSON.writeValueAsBytes(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IOException if it is none */
    static WriteAheadRecord parse(byte[] content) throws IOException {
        JsonNode json = JSON.readTree(content);
        List<String> keys = new ArrayList<>();
        json.required("keys").forEach(key -> keys.add(key.textValue()));
        return new WriteAheadRecord(
                text(json, "origin"),
                json.required("ordinal").longValue(),
                text(json, "start"),
                text(json, "end"),
                Optional.ofNullable(json.required("cursor").textValue()),
                keys);
    }

    private static String text(JsonNode json, String field) throws IOException {
        String text = json.required(field).textValue();
        if (text == null) {
            throw new IOException("the field '" + field + "' is no text");
        }
        return text;
    }
}
