package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.world.Crowd;
import io.hashlake.simulator.world.Mark;
import io.hashlake.simulator.world.Text;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes {@code entities}. */
final class MarkJson {

    private final Crowd crowd;

    MarkJson(Crowd crowd) {
        this.crowd = crowd;
    }

    /** Long posts' entities come without annotations. */
    void write(JsonGenerator json, Text text, boolean withAnnotations) throws IOException {
        json.writeObjectFieldStart("entities");
        for (Mark.Type type : Mark.Type.values()) {
            if (withAnnotations || type != Mark.Type.ANNOTATIONS) {
                write(json, text, type);
            }
        }
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Text text, Mark.Type type) throws IOException {
        List<Mark> marks = text.marks();
        boolean isOpen = false;
        for (Mark mark : marks) {
            if (mark.type() != type) {
                continue;
            }
            if (!isOpen) {
                json.writeArrayFieldStart(type.name().toLowerCase(Locale.ROOT));
                isOpen = true;
            }
            write(json, text, mark);
        }
        if (isOpen) {
            json.writeEndArray();
        }
    }

    private void write(JsonGenerator json, Text text, Mark mark) throws IOException {
        json.writeStartObject();
        json.writeNumberField("start", mark.start());
        json.writeNumberField("end", mark.type() == Mark.Type.ANNOTATIONS ? mark.end() - 1 : mark.end());
        json.writeStringField(mark.type().key(), mark.value());
        switch (mark.type()) {
            case MENTIONS ->
                json.writeStringField(
                        "id", Long.toString(crowd.account(mark.value()).id()));
            case URLS -> writeAddress(json, text.covered(mark), mark.value());
            case ANNOTATIONS -> writeCertainty(json);
            case HASHTAGS, CASHTAGS -> {
                // The tag is all there is.
            }
        }
        json.writeEndObject();
    }

    private static void writeAddress(JsonGenerator json, String shortened, String expanded) throws IOException {
        json.writeStringField("url", shortened);
        json.writeStringField("display_url", expanded.substring("https://".length()));
    }

    private static void writeCertainty(JsonGenerator json) throws IOException {
        json.writeNumberField("probability", 0.9321);
        json.writeStringField("type", "Place");
    }
}
