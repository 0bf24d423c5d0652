package io.hashlake.x;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;

/** Reads those values that v1.1 writes in another way than v2. */
final class StatusValues {

    private StatusValues() {}

    /** An id that is a number; 0 where not given. */
    static long id(JsonParser json, String name) throws IOException, Defect {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return Values.id(json, name);
        }
        long id = Values.count(json, name);
        if (id == 0) {
            throw new Defect(name + " is 0, but an id is a positive 64-bit number");
        }
        return id;
    }

    /** Null where not given. */
    static Instant time(JsonParser json, String name) throws IOException, Defect {
        String text = Values.text(json, name);
        if (text == null) {
            return null;
        }
        long millis = StatusTimes.parse(text);
        if (millis == Timestamps.INVALID) {
            throw new Defect(name + " is no time as v1.1 writes it, such as Sat Feb 01 17:48:54 +0000 2020");
        }
        return Instant.ofEpochMilli(millis);
    }
}
