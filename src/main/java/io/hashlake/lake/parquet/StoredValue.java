package io.hashlake.lake.parquet;

import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes values as {@link RowReadSupport} has read them, without knowing what they mean. */
final class StoredValue {

    private StoredValue() {}

    /** A value is left out, and a list is empty, where the file that the row comes from had none. */
    static Column.Value<Object[]> copy(int position, boolean isList) {
        return isList
                ? (row, out) -> out.list(StoredValue::add, (List<?>) row[position])
                : (row, out) -> out.valueIfAny(StoredValue::add, row[position]);
    }

    private static void add(RecordConsumer out, Object value) {
        if (value instanceof Binary binary) {
            out.addBinary(binary);
        } else if (value instanceof Long number) {
            out.addLong(number);
        } else if (value instanceof Boolean flag) {
            out.addBoolean(flag);
        } else if (value instanceof Float number) {
            out.addFloat(number);
        } else if (value instanceof Double number) {
            out.addDouble(number);
        } else {
            out.addInteger((Integer) value);
        }
    }
}
