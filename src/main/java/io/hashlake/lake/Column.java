package io.hashlake.lake;

import io.hashlake.tweet.Tweet;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * One column of the lake's files: what it is called, what it means, and how a tweet's value gets into it.
 *
 * @param schema its Avro type; a union with null where a tweet may have no value
 * @param doc what it means, for a person to read
 * @param repeats whether few different values are usual
 * @param value adds the whole field to the record that the consumer is in
 */
record Column(String name, Schema schema, String doc, boolean repeats, Value value) {

    /** Adds a tweet's value as the field that stands at {@code index} in the record. */
    @FunctionalInterface
    interface Value {
        void write(RecordConsumer out, Tweet tweet, int index);
    }

    static <T> Column required(String name, ColumnType<T> type, String doc, Function<Tweet, T> value) {
        return new Column(
                name,
                type.schema(),
                doc,
                type.repeats(),
                (out, tweet, index) -> writeField(out, name, index, type, value.apply(tweet)));
    }

    /** Where {@code value} gives null, the file holds null. */
    static <T> Column optional(String name, ColumnType<T> type, String doc, Function<Tweet, T> value) {
        Schema schema = Schema.createUnion(Schema.create(Schema.Type.NULL), type.schema());
        return new Column(name, schema, doc, type.repeats(), (out, tweet, index) -> {
            T present = value.apply(tweet);
            if (present != null) {
                writeField(out, name, index, type, present);
            }
        });
    }

    /** A list of three levels, as the Parquet format asks for; it may be empty, never null. */
    static <T> Column list(String name, ColumnType<T> type, String doc, Function<Tweet, List<T>> values) {
        return new Column(name, Schema.createArray(type.schema()), doc, type.repeats(), (out, tweet, index) -> {
            out.startField(name, index);
            out.startGroup();
            writeElements(out, type, values.apply(tweet));
            out.endGroup();
            out.endField(name, index);
        });
    }

    /** What Parquet calls the column that holds its values. */
    String path() {
        return schema.getType() == Schema.Type.ARRAY ? name + ".list.element" : name;
    }

    private static <T> void writeElements(RecordConsumer out, ColumnType<T> type, List<T> elements) {
        if (elements.isEmpty()) {
            return;
        }
        out.startField("list", 0);
        for (T element : elements) {
            out.startGroup();
            writeField(out, "element", 0, type, element);
            out.endGroup();
        }
        out.endField("list", 0);
    }

    private static <T> void writeField(RecordConsumer out, String name, int index, ColumnType<T> type, T value) {
        out.startField(name, index);
        type.writer().accept(out, value);
        out.endField(name, index);
    }
}
