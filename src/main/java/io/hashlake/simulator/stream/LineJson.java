package io.hashlake.simulator.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.feed.Outflow;
import io.hashlake.simulator.feed.SimulatedRule;
import io.hashlake.simulator.json.Includes;
import io.hashlake.simulator.json.PostJson;
import io.hashlake.simulator.request.FieldSelection;
import io.hashlake.simulator.truth.Served;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** Writes the lines of a stream, without their ends. */
final class LineJson {

    private static final JsonFactory JSON = new JsonFactory()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);

    private final World world;
    private final FieldSelection selection;

    LineJson(World world, FieldSelection selection) {
        this.world = world;
        this.selection = selection;
    }

    /** Writes a post as it is at this time, and returns what came with it. */
    Served write(OutputStream out, Outflow.Item item, Instant now) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            Post post = world.post(item.plan());
            Includes includes = new Includes(world, selection, now);
            includes.add(post);
            json.writeStartObject();
            json.writeFieldName("data");
            new PostJson(world, selection, now).write(json, post);
            includes.write(json);
            writeRules(json, item.rules());
            json.writeEndObject();
            return includes.servedWith(List.of());
        }
    }

    /** Writes why a stream ends. */
    void writeDisconnect(OutputStream out, String type) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("errors");
            json.writeStartObject();
            json.writeStringField("title", "operational-disconnect");
            json.writeStringField("disconnect_type", type);
            json.writeStringField("detail", "This stream has been disconnected for operational reasons.");
            json.writeStringField("type", selection.vocabulary().problem("operational-disconnect"));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void writeRules(JsonGenerator json, List<SimulatedRule> rules) throws IOException {
        if (rules.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("matching_rules");
        for (SimulatedRule rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", Long.toString(rule.id()));
            if (rule.tag() != null) {
                json.writeStringField("tag", rule.tag());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
