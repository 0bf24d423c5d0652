package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import io.hashlake.tweet.Place;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;

/** Reads a place, be it an expansion or a tweet's {@code geo}, into which some tools copy the expansion. */
final class PlaceReader {

    private final FieldOrder order = new FieldOrder("a place");

    /** Null for a geo that names no place. */
    Place read(JsonParser json) throws IOException, UnusableValueException {
        Found found = new Found();
        JsonValues.object(json, order, field -> readField(json, field, found));
        boolean isPlace = found.id != null && !found.id.isEmpty();
        return isPlace ? new Place(found.id, found.fullName, found.countryCode, found.type) : null;
    }

    private void readField(JsonParser json, String field, Found found) throws IOException, UnusableValueException {
        switch (field) {
            case "id" -> found.id = JsonValues.text(json, field);
            case "place_id" -> found.id = found.id == null ? JsonValues.text(json, field) : found.id;
            case "full_name" -> found.fullName = JsonValues.text(json, field);
            case "country_code" -> found.countryCode = JsonValues.text(json, field);
            case "place_type" -> found.type = JsonValues.text(json, field);
            case "place" -> JsonValues.object(json, order, inner -> readField(json, inner, found));
            default -> json.skipChildren();
        }
    }

    /** A place as far as it has been read. */
    private static final class Found {
        String id;
        String fullName;
        String countryCode;
        String type;
    }
}
