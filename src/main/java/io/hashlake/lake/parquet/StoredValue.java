package io.hashlake.lake.parquet;

import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes values as {@link RowReadSupport} has read them, without knowing what they mean. */
final class StoredValue {

    private StoredValue() {}

    /** A value that is left out where it is null. */
    static Column.Value<Object[]> single(String name, int position) {
        return (out, row, index) -> {
            if (row[position] != null) {
                field(out, name, index, row[position]);
            }
        };
    }

    /** A list, which is empty where the file that the row comes from had no such column. */
    static Column.Value<Object[]> list(String name, int position) {
        return (out, row, index) -> {
            out.startField(name, index);
            out.startGroup();
            elements(out, row[position] == null ? List.of() : (List<?>) row[position]);
            out.endGroup();
            out.endField(name, index);
        };
    }

    private static void elements(RecordConsumer out, List<?> elements) {
        if (elements.isEmpty()) {
            return;
        }
        out.startField("list", 0);
        for (Object element : elements) {
            out.startGroup();
            field(out, "element", 0, element);
            out.endGroup();
        }
        out.endField("list", 0);
    }

    private static void field(RecordConsumer out, String name, int index, Object value) {
        out.startField(name, index);
        add(out, value);
        out.endField(name, index);
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
