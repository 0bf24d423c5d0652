package io.hashlake.x.json.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.StorableText;
import io.hashlake.x.json.draft.Ids;
import io.hashlake.x.json.draft.PageDraft;
import java.io.IOException;
import java.time.Instant;

/**
 * Reads the parser's current value as what it must be, or says what it is instead. A null, an empty list and an empty object
 * count as not given, since exporters write all three for nothing. A field or an element that cannot be read is left out,
 * alone, and noted in the {@link PageDraft}.
 */
public final class JsonValues {

    /** Longest string that is kept, in UTF-16 units: X's long posts end at 25,000 characters. */
    static final int MAX_TEXT = 100_000;

    private JsonValues() {}

    /** Reads one field; the parser stands on its value. */
    @FunctionalInterface
    public interface FieldReader {
        void read(String field) throws IOException, UnusableValueException;
    }

    /** Reads one element; the parser stands on it. */
    @FunctionalInterface
    public interface ElementReader {
        void read() throws IOException, UnusableValueException;
    }

    public static void object(JsonParser json, FieldOrder order, FieldReader reader)
            throws IOException, UnusableValueException {
        if (!isGiven(json, JsonToken.START_OBJECT, order.kind())) {
            return;
        }
        JsonStreamContext self = json.getParsingContext();
        for (FieldOrder.Field field = order.next(json, order.start()); field != null; field = order.next(json, field)) {
            json.nextToken();
            try {
                reader.read(field.name());
            } catch (UnusableValueException | IllegalArgumentException e) {
                PageDraft.of(json).note(field.name(), e.getMessage());
                leaveTo(self, json);
            }
        }
    }

    public static void array(JsonParser json, String name, ElementReader reader)
            throws IOException, UnusableValueException {
        if (!isGiven(json, JsonToken.START_ARRAY, name)) {
            return;
        }
        JsonStreamContext self = json.getParsingContext();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.VALUE_NULL) {
                element(json, name, reader, self);
            }
        }
    }

    /** Reads one element, which is left out if it cannot be read: the parser goes on in its list. */
    public static void element(JsonParser json, String name, ElementReader reader, JsonStreamContext list)
            throws IOException {
        try {
            reader.read();
        } catch (UnusableValueException | IllegalArgumentException e) {
            PageDraft.of(json).note(name, e.getMessage());
            leaveTo(list, json);
        }
    }

    /** Goes on until the parser is back in this context. */
    public static void leaveTo(JsonStreamContext context, JsonParser json) throws IOException {
        while (json.getParsingContext() != context && json.nextToken() != null) {
            json.skipChildren();
        }
    }

    /** These string fields of an object, in this order, each null where not given. */
    public static String[] strings(JsonParser json, FieldOrder order, String... wanted)
            throws IOException, UnusableValueException {
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
    public static String text(JsonParser json, String name) throws IOException, UnusableValueException {
        return isText(json, name) ? StorableText.of(json.getText()) : null;
    }

    /** Returns the shared value of a string that occurs often; null where missing. */
    public static <T> T interned(JsonParser json, String name, Interner<T> interner)
            throws IOException, UnusableValueException {
        return isText(json, name) ? interner.value(json) : null;
    }

    /** {@link Ids#NONE} where not given. */
    public static long id(JsonParser json, String name) throws IOException, UnusableValueException {
        long id = json.currentToken() == JsonToken.VALUE_STRING
                ? Ids.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : Ids.NONE;
        return id == Ids.NONE ? Scalars.id(json, name) : id;
    }

    /** {@link Metrics#UNKNOWN} where not given. */
    public static long count(JsonParser json, String name) throws IOException, UnusableValueException {
        boolean isWhole = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && json.getLongValue() >= 0;
        return isWhole ? json.getLongValue() : Scalars.count(json, name);
    }

    /** False where not given. */
    public static boolean flag(JsonParser json, String name) throws IOException, UnusableValueException {
        JsonToken token = json.currentToken();
        return token == JsonToken.VALUE_TRUE
                || token != JsonToken.VALUE_FALSE && Boolean.TRUE.equals(Scalars.flag(json, name));
    }

    /** Null where not given. */
    public static Boolean optionalFlag(JsonParser json, String name) throws IOException, UnusableValueException {
        return Scalars.flag(json, name);
    }

    /** A time of v2 or v1.1; null where not given. */
    public static Instant time(JsonParser json, String name) throws IOException, UnusableValueException {
        long millis = json.currentToken() == JsonToken.VALUE_STRING
                ? TimestampParser.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : TimestampParser.INVALID;
        return millis == TimestampParser.INVALID ? Scalars.time(json, name) : Instant.ofEpochMilli(millis);
    }

    /** Returns whether the value is an object or a list, as expected. */
    public static boolean isGiven(JsonParser json, JsonToken expected, String name)
            throws IOException, UnusableValueException {
        return json.currentToken() == expected || isOther(json, expected, name);
    }

    private static boolean isText(JsonParser json, String name) throws IOException, UnusableValueException {
        if (!isGiven(json, JsonToken.VALUE_STRING, name)) {
            return false;
        }
        if (json.getTextLength() > MAX_TEXT) {
            throw new UnusableValueException(name + " is " + json.getTextLength() + " characters long, but at most "
                    + MAX_TEXT + " are accepted");
        }
        return true;
    }

    /** False where nothing is given; never true. */
    private static boolean isOther(JsonParser json, JsonToken expected, String name)
            throws IOException, UnusableValueException {
        JsonToken token = json.currentToken();
        if (!Scalars.isNothing(json)) {
            throw new UnusableValueException(
                    name + " is " + Scalars.describe(token) + ", not " + Scalars.describe(expected));
        }
        return false;
    }
}
