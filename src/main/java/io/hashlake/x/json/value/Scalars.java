package io.hashlake.x.json.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Metrics;
import io.hashlake.x.json.draft.Ids;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Reads numbers, times and flags in the other ways in which exporters write them: whole numbers as {@code "1"}, {@code 1.0}
 * or {@code 1e3}, and MongoDB's {@code {"$numberLong": "1"}} and {@code {"$date": …}}. An empty string is no number: nothing
 * is given.
 */
final class Scalars {

    private static final int MAX_QUOTED = 40;

    private Scalars() {}

    /** {@link Ids#NONE} where not given. A fraction is no id, even a whole one: its last digits are lost. */
    static long id(JsonParser json, String name) throws IOException, UnusableValueException {
        String written = written(json, name, "an id");
        if (written == null) {
            return Ids.NONE;
        }
        long id = Ids.parse(written.toCharArray(), 0, written.length());
        if (id == Ids.NONE) {
            throw new UnusableValueException(
                    name + " is " + quoted(written) + ", but an id is a 64-bit number without a sign");
        }
        return id;
    }

    /** {@link Metrics#UNKNOWN} where not given. */
    static long count(JsonParser json, String name) throws IOException, UnusableValueException {
        String written = written(json, name, "a count");
        return written == null ? Metrics.UNKNOWN : count(written, name);
    }

    private static long count(String written, String name) throws UnusableValueException {
        try {
            long count = written.length() > MAX_QUOTED ? -1 : new BigDecimal(written).longValueExact();
            if (count >= 0) {
                return count;
            }
        } catch (ArithmeticException e) {
            // Told below, as for what is no number at all.
        } catch (NumberFormatException e) {
            throw new UnusableValueException(name + " is " + quoted(written) + ", but a count is a whole number");
        }
        throw new UnusableValueException(
                name + " is " + quoted(written) + ", but a count is a whole number of 0 to 2^63 - 1");
    }

    /** Null where not given. */
    static Boolean flag(JsonParser json, String name) throws IOException, UnusableValueException {
        if (json.currentToken().isBoolean()) {
            return json.currentToken() == JsonToken.VALUE_TRUE;
        }
        String written = written(json, name, "true or false");
        if (written == null) {
            return null;
        }
        boolean isTrue = written.equalsIgnoreCase("true");
        if (!isTrue && !written.equalsIgnoreCase("false")) {
            throw new UnusableValueException(name + " is " + quoted(written) + ", but it must be true or false");
        }
        return isTrue;
    }

    /** Null where not given. */
    static Instant time(JsonParser json, String name) throws IOException, UnusableValueException {
        boolean isWrapped = json.currentToken() == JsonToken.START_OBJECT;
        String written = written(json, name, "a time");
        if (written == null) {
            return null;
        }
        long millis = isWrapped ? wrappedTime(written) : StatusTimes.parse(written);
        if (millis == TimestampParser.INVALID) {
            throw new UnusableValueException(name + " is " + quoted(written)
                    + ", but a time is written as 2020-02-01T17:48:54Z or Sat Feb 01 17:48:54 +0000 2020");
        }
        return Instant.ofEpochMilli(millis);
    }

    private static long wrappedTime(String written) {
        long millis = Ids.parse(written.toCharArray(), 0, written.length());
        return millis == Ids.NONE ? TimestampParser.parse(written.toCharArray(), 0, written.length()) : millis;
    }

    /** A scalar's text; null where not given. */
    private static String written(JsonParser json, String name, String expected)
            throws IOException, UnusableValueException {
        JsonToken token = json.currentToken();
        if (isNothing(json)) {
            return null;
        }
        return switch (token) {
            case VALUE_STRING -> json.getTextLength() == 0 ? null : json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getText();
            case START_OBJECT -> wrapped(json, name, expected);
            default ->
                throw new UnusableValueException(name + " is " + describe(token) + ", but it must be " + expected);
        };
    }

    /** The value of an object's only field, whose name begins with a dollar sign. */
    private static String wrapped(JsonParser json, String name, String expected)
            throws IOException, UnusableValueException {
        if (json.currentName().startsWith("$")) {
            json.nextToken();
            String written = written(json, name, expected);
            if (json.nextToken() == JsonToken.END_OBJECT) {
                return written;
            }
        }
        throw new UnusableValueException(name + " is an object, but it must be " + expected);
    }

    /**
     * Returns whether the value is missing. To see whether a list or an object is empty, the parser moves on into it.
     */
    static boolean isNothing(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        return token == JsonToken.VALUE_NULL
                || token.isStructStart() && json.nextToken().isStructEnd();
    }

    static String describe(JsonToken token) {
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

    private static String quoted(String text) {
        return "'" + (text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text) + "'";
    }
}
