package io.hashlake.tweet;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Kind of value that a field holds. Each store has a type of its own for it.
 *
 * @param id its name
 * @param reader takes a value of this kind
 */
public record FieldType<T>(String id, Function<ValueReader, T> reader) {

    /** Id that X gave something, a whole number. */
    public static final FieldType<Long> ID = new FieldType<>("id", ValueReader::id);

    public static final FieldType<Long> COUNT = new FieldType<>("count", ValueReader::count);
    public static final FieldType<Boolean> FLAG = new FieldType<>("flag", ValueReader::flag);
    public static final FieldType<Double> REAL = new FieldType<>("real", ValueReader::real);
    public static final FieldType<Instant> TIMESTAMP = new FieldType<>("timestamp", ValueReader::timestamp);
    public static final FieldType<String> TEXT = new FieldType<>("text", ValueReader::text);

    /** Text out of a vocabulary, which repeats from row to row. */
    public static final FieldType<String> TERM = new FieldType<>("term", ValueReader::text);

    /** Text that is read rather than searched. */
    public static final FieldType<String> LONG_TEXT = new FieldType<>("long text", ValueReader::text);

    public static final FieldType<List<Long>> IDS = new FieldType<>("ids", ValueReader::ids);
    public static final FieldType<List<String>> TEXTS = new FieldType<>("texts", ValueReader::texts);
    public static final FieldType<List<String>> TERMS = new FieldType<>("terms", ValueReader::texts);

    public boolean isList() {
        return this == IDS || this == TEXTS || this == TERMS;
    }
}
