package io.hashlake.lake.parquet;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * One column of the lake's files: what it is called, what it means, and how a row's value gets into it.
 *
 * @param schema its Avro type; a union with null where a row may have no value
 * @param doc what it means, for a person to read
 * @param repeats whether few different values are usual
 * @param large whether values are so long that their smallest and largest are of no use to a reader
 * @param value adds the whole field to the record that the consumer is in
 */
public record Column<R>(String name, Schema schema, String doc, boolean repeats, boolean large, Value<R> value) {

    /** Adds a row's value as the field that stands at {@code index} in the record. */
    @FunctionalInterface
    interface Value<R> {
        void write(RecordConsumer out, R row, int index);
    }

    public static <R, T> Column<R> required(String name, ColumnType<T> type, String doc, Function<R, T> value) {
        return new Column<>(
                name,
                type.schema(),
                doc,
                type.repeats(),
                type.large(),
                (out, row, index) -> writeField(out, name, index, type, value.apply(row)));
    }

    /** Where {@code value} gives null, the file holds null. */
    public static <R, T> Column<R> optional(String name, ColumnType<T> type, String doc, Function<R, T> value) {
        Schema schema = Schema.createUnion(Schema.create(Schema.Type.NULL), type.schema());
        return new Column<>(name, schema, doc, type.repeats(), type.large(), (out, row, index) -> {
            T present = value.apply(row);
            if (present != null) {
                writeField(out, name, index, type, present);
            }
        });
    }

    /** A list of three levels, as the Parquet format asks for; it may be empty, never null. */
    static <R, T> Column<R> list(String name, ColumnType<T> type, String doc, Function<R, List<T>> values) {
        return new Column<>(
                name, Schema.createArray(type.schema()), doc, type.repeats(), type.large(), (out, row, index) -> {
                    out.startField(name, index);
                    out.startGroup();
                    writeElements(out, type, values.apply(row));
                    out.endGroup();
                    out.endField(name, index);
                });
    }

    /** The same column for rows that are read back, where its value stands at this position. */
    Column<Object[]> stored(int position) {
        Value<Object[]> copy = isList() ? StoredValue.list(name, position) : StoredValue.single(name, position);
        return new Column<>(name, schema, doc, repeats, large, copy);
    }

    private boolean isList() {
        return schema.getType() == Schema.Type.ARRAY;
    }

    /** What Parquet calls the column that holds its values. */
    String path() {
        return isList() ? name + ".list.element" : name;
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
