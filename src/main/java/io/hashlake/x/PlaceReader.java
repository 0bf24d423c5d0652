package io.hashlake.x;

import com.fasterxml.jackson.core.JsonParser;
import io.hashlake.tweet.Place;
import java.io.IOException;

/** Reads a place, be it an expansion or a tweet's {@code geo}, into which some tools copy the expansion. */
final class PlaceReader {

    private static final String[] FIELDS = {"id", "place_id", "full_name", "country_code", "place_type"};

    private final FieldOrder order = new FieldOrder("a place");
    /** Null for a geo that names no place. */
    Place read(JsonParser json) throws IOException, Defect {
        String[] found = Values.strings(json, order, FIELDS);
        String id = found[0] != null ? found[0] : found[1];
        return id == null ? null : new Place(id, found[2], found[3], found[4]);
    }
}
