package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Response to a request.
 *
 * @param served numbers of the posts in it
 */
public record CompleteReply(int status, String contentType, byte[] body, List<Long> served) implements SimulatedReply {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 64 * 1024;

    /** Writes JSON. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    public static CompleteReply json(int status, Body body) {
        return new CompleteReply(status, "application/json; charset=utf-8", bytes(body), List.of());
    }

    static CompleteReply problem(int status, Body body) {
        return new CompleteReply(status, "application/problem+json; charset=utf-8", bytes(body), List.of());
    }

    CompleteReply serving(List<Long> posts) {
        return new CompleteReply(status, contentType, body, posts);
    }

    static byte[] bytes(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
