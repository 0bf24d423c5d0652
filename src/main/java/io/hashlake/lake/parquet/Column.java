package io.hashlake.lake.parquet;

import java.util.function.Function;
import org.apache.avro.Schema;

/**
 * One column of the lake's files: what it is called, what it means, and how a row's value gets into it.
 *
 * @param schema its Avro type; a union with null where a row may have no value
 * @param doc what it means, for a person to read
 * @param repeats whether few different values are usual
 * @param large whether values are so long that their smallest and largest are of no use to a reader
 * @param value adds the whole field to a record
 */
public record Column<R>(String name, Schema schema, String doc, boolean repeats, boolean large, Value<R> value) {

    /** Adds a row's value as the field to which the output has turned. */
    @FunctionalInterface
    interface Value<R> {
        void write(R row, FieldOutput out);
    }

    public static <R, T> Column<R> required(String name, ColumnType<T> type, String doc, Function<R, T> value) {
        return of(name, type, type.schema(), doc, (row, out) -> out.value(type.writer(), value.apply(row)));
    }

    /** Creates a column that is null in the file where {@code value} returns null. */
    public static <R, T> Column<R> optional(String name, ColumnType<T> type, String doc, Function<R, T> value) {
        return of(name, type, type.orNull(), doc, (row, out) -> out.valueIfAny(type.writer(), value.apply(row)));
    }

    static <R> Column<R> of(String name, ColumnType<?> type, Schema schema, String doc, Value<R> value) {
        return new Column<>(name, schema, doc, type.repeats(), type.large(), value);
    }

    /** The same column for rows that are read back, where its value stands at this position. */
    Column<Object[]> stored(int position) {
        return new Column<>(name, schema, doc, repeats, large, StoredValue.copy(position, isList()));
    }

    private boolean isList() {
        return schema.getType() == Schema.Type.ARRAY;
    }

    /** Returns the path by which Parquet knows the column that holds the values. */
    String path() {
        return isList() ? name + ".list.element" : name;
    }
}
