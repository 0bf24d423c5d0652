package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.truth.Served;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Response to a request.
 *
 * @param served what it holds of what is billed
 */
public record CompleteReply(int status, String contentType, byte[] body, Served served) implements SimulatedReply {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 64 * 1024;

    /** Writes JSON. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    public static CompleteReply json(int status, Body body) {
        return new CompleteReply(status, "application/json; charset=utf-8", bytes(body), Served.NOTHING);
    }

    static CompleteReply problem(int status, Body body) {
        return new CompleteReply(status, "application/problem+json; charset=utf-8", bytes(body), Served.NOTHING);
    }

    CompleteReply serving(Served content) {
        return new CompleteReply(status, contentType, body, content);
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
