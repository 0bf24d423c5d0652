package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.world.SimulatedMedia;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Writes media, and which of them a post has attached. */
final class MediaJson {

    private final Set<String> fields;

    MediaJson(Set<String> fields) {
        this.fields = fields;
    }

    static void writeAttachments(JsonGenerator json, List<SimulatedMedia> media) throws IOException {
        json.writeObjectFieldStart("attachments");
        json.writeArrayFieldStart("media_keys");
        for (SimulatedMedia medium : media) {
            json.writeString(medium.key());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void write(JsonGenerator json, Collection<SimulatedMedia> media) throws IOException {
        json.writeArrayFieldStart("media");
        for (SimulatedMedia medium : media) {
            write(json, medium);
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, SimulatedMedia medium) throws IOException {
        json.writeStartObject();
        json.writeStringField("media_key", medium.key());
        json.writeStringField("type", medium.type());
        if (fields.contains(medium.urlField())) {
            json.writeStringField(medium.urlField(), medium.url());
        }
        if (fields.contains("alt_text") && medium.altText() != null) {
            json.writeStringField("alt_text", medium.altText());
        }
        json.writeEndObject();
    }
}
