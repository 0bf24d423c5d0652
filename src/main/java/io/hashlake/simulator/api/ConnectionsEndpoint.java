package io.hashlake.simulator.api;

import io.hashlake.simulator.stream.ServedStreams;
import java.util.List;
import java.util.UUID;

/** {@code DELETE /2/connections/all}. */
final class ConnectionsEndpoint implements SimulatedEndpoint {

    private final ServedStreams connections;

    ConnectionsEndpoint(ServedStreams connections) {
        this.connections = connections;
    }

    @Override
    public int limit() {
        return 25;
    }

    @Override
    public SimulatedReply answer(Request request) {
        request.parameters().allowOnly(List.of());
        int closed = connections.closeAll();
        return CompleteReply.json(200, json -> {
            json.writeObjectFieldStart("data");
            json.writeNumberField("successful_kills", closed);
            json.writeNumberField("failed_kills", 0);
            json.writeArrayFieldStart("results");
            for (int i = 0; i < closed; i++) {
                json.writeStartObject();
                json.writeStringField("uuid", new UUID(request.now().toEpochMilli(), i).toString());
                json.writeBooleanField("success", true);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
