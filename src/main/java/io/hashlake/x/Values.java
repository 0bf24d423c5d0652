package io.hashlake.x;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Metrics;
import java.io.IOException;
import java.time.Instant;

/** Reads the parser's current value as what it must be, or says what it is instead. A null counts as not given. */
final class Values {

    /** Longest string that is kept, in UTF-16 units: X's long posts end at 25,000 characters. */
    static final int MAX_TEXT = 100_000;

    private static final int MAX_QUOTED = 40;

    private Values() {}

    /** Reads one field; the parser stands on its value. */
    @FunctionalInterface
    interface FieldReader {
        void read(String field) throws IOException, Defect;
    }

    /** Reads one element; the parser stands on it. */
    @FunctionalInterface
    interface ElementReader {
        void read() throws IOException, Defect;
    }

    static void object(JsonParser json, FieldOrder order, FieldReader reader) throws IOException, Defect {
        if (!isGiven(json, JsonToken.START_OBJECT, order.kind())) {
            return;
        }
        for (FieldOrder.Field field = order.next(json, order.start()); field != null; field = order.next(json, field)) {
            json.nextToken();
            reader.read(field.name());
        }
    }

    static void array(JsonParser json, String name, ElementReader reader) throws IOException, Defect {
        if (!isGiven(json, JsonToken.START_ARRAY, name)) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            reader.read();
        }
    }

    /** These string fields of an object, in this order, each null where not given. */
    static String[] strings(JsonParser json, FieldOrder order, String... wanted) throws IOException, Defect {
        String[] found = new String[wanted.length];
        object(json, order, field -> {
            for (int i = 0; i < wanted.length; i++) {
                if (field.equals(wanted[i])) {
                    found[i] = text(json, field);
                    return;
                }
            }
            json.skipChildren();
        });
        return found;
    }

    /** Null where not given. */
    static String text(JsonParser json, String name) throws IOException, Defect {
        return isText(json, name) ? json.getText() : null;
    }

    /** What a string that comes again and again stands for; null where not given. */
    static <T> T interned(JsonParser json, String name, Interner<T> interner) throws IOException, Defect {
        return isText(json, name) ? interner.value(json) : null;
    }

    /** 0 where not given. */
    static long id(JsonParser json, String name) throws IOException, Defect {
        if (!isGiven(json, JsonToken.VALUE_STRING, name)) {
            return 0;
        }
        long id = Ids.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        if (id <= 0) {
            throw new Defect(name + " is " + quoted(json) + ", but an id is a positive 64-bit number");
        }
        return id;
    }

    /** {@link Metrics#UNKNOWN} where not given. */
    static long count(JsonParser json, String name) throws IOException, Defect {
        if (!isGiven(json, JsonToken.VALUE_NUMBER_INT, name)) {
            return Metrics.UNKNOWN;
        }
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0) {
            throw new Defect(name + " is out of range for a count");
        }
        return json.getLongValue();
    }

    /** False where not given. */
    static boolean flag(JsonParser json, String name) throws Defect {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token != JsonToken.VALUE_FALSE && token != JsonToken.VALUE_NULL) {
            throw new Defect(name + " is " + describe(token) + ", not true or false");
        }
        return false;
    }

    /** Null where not given. */
    static Instant time(JsonParser json, String name) throws IOException, Defect {
        if (!isGiven(json, JsonToken.VALUE_STRING, name)) {
            return null;
        }
        long millis = Timestamps.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        if (millis == Timestamps.INVALID) {
            throw new Defect(name + " is " + quoted(json) + ", but a time is written as in RFC 3339");
        }
        return Instant.ofEpochMilli(millis);
    }

    private static boolean isText(JsonParser json, String name) throws IOException, Defect {
        if (!isGiven(json, JsonToken.VALUE_STRING, name)) {
            return false;
        }
        if (json.getTextLength() > MAX_TEXT) {
            throw new Defect(name + " is " + json.getTextLength() + " characters long, but at most " + MAX_TEXT
                    + " are accepted");
        }
        return true;
    }

    private static boolean isGiven(JsonParser json, JsonToken expected, String name) throws Defect {
        JsonToken token = json.currentToken();
        if (token == expected) {
            return true;
        }
        if (token != JsonToken.VALUE_NULL) {
            throw new Defect(name + " is " + describe(token) + ", not " + describe(expected));
        }
        return false;
    }

    private static String quoted(JsonParser json) throws IOException {
        String text = json.getText();
        return "'" + (text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text) + "'";
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a whole number";
            case VALUE_NUMBER_FLOAT -> "a fraction";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "nothing";
        };
    }
}
