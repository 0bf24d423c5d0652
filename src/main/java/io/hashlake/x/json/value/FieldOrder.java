package io.hashlake.x.json.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which field followed which in one kind of object. X writes them in much the same order every time, and checking
 * a name that is expected costs a fraction of finding out which name it is. Threads may share it: a guess is only a guess.
 */
public final class FieldOrder {

    /** More names than any of X's objects has; what a hostile payload has beyond is read without a guess. */
    private static final int MAX_NAMES = 128;

    private final String kind;
    private final Map<String, Field> fields = new ConcurrentHashMap<>();
    private final Field start = new Field("");

    /** The kind of object, as errors name it. */
    public FieldOrder(String kind) {
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }

    public Field start() {
        return start;
    }

    /** Moves on to the next name and returns it; null at the end of the object. */
    public Field next(JsonParser json, Field previous) throws IOException {
        Field guess = previous.successor;
        if (json.nextFieldName(guess.name)) {
            return guess;
        }
        if (json.currentToken() != JsonToken.FIELD_NAME) {
            return null;
        }
        Field actual = known(json.currentName());
        previous.successor = actual;
        return actual;
    }

    private Field known(String name) {
        Field known = fields.get(name);
        if (known == null) {
            known = new Field(name);
            if (fields.size() < MAX_NAMES) {
                fields.put(name, known);
            }
        }
        return known;
    }

    /** A field's name, and which one followed it last. */
    public static final class Field {

        private final SerializedString name;
        private Field successor = this;

        private Field(String name) {
            this.name = new SerializedString(name.intern());
        }

        public String name() {
            return name.getValue();
        }
    }
}
