package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.world.SimulatedPlace;
import java.io.IOException;
import java.util.Set;

/** Writes places. */
final class PlaceJson {

    private final Set<String> fields;

    PlaceJson(Set<String> fields) {
        this.fields = fields;
    }

    void write(JsonGenerator json, SimulatedPlace place) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", place.id());
        json.writeStringField("full_name", place.fullName());
        write(json, "name", place.name());
        write(json, "place_type", place.type());
        write(json, "country", place.country());
        write(json, "country_code", place.countryCode());
        if (fields.contains("geo")) {
            writeBox(json, place);
        }
        json.writeEndObject();
    }

    private void write(JsonGenerator json, String field, String value) throws IOException {
        if (fields.contains(field)) {
            json.writeStringField(field, value);
        }
    }

    private static void writeBox(JsonGenerator json, SimulatedPlace place) throws IOException {
        json.writeObjectFieldStart("geo");
        json.writeStringField("type", "Feature");
        json.writeArrayFieldStart("bbox");
        for (double degrees : place.box()) {
            json.writeNumber(degrees);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        json.writeEndObject();
        json.writeEndObject();
    }
}
