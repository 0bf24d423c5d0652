package io.hashlake.lake.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Puts a row together out of what Parquet finds: single values, and lists of three levels. */
final class RowMaterializer extends RecordMaterializer<Object[]> {

    private final Converter[] fields;
    private Object[] row;

    private final GroupConverter root = new GroupConverter() {
        @Override
        public Converter getConverter(int field) {
            return fields[field];
        }

        @Override
        public void start() {
            row = new Object[fields.length];
        }

        @Override
        public void end() {
            // the row is taken by getCurrentRecord
        }
    };

    RowMaterializer(MessageType columns, MessageType file) {
        fields = new Converter[columns.getFieldCount()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = converter(columns.getType(i), i, file);
        }
    }

    private Converter converter(Type column, int field, MessageType file) {
        if (!column.isPrimitive()) {
            return new ListConverter(field);
        }
        return isInMilliseconds(column.getName(), file)
                ? new ValueConverter(value -> row[field] = TimeUnit.MILLISECONDS.toMicros((Long) value))
                : new ValueConverter(value -> row[field] = value);
    }

    private static boolean isInMilliseconds(String column, MessageType file) {
        return file.containsField(column)
                && file.getType(column).getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp
                && timestamp.getUnit() == LogicalTypeAnnotation.TimeUnit.MILLIS;
    }

    @Override
    public Object[] getCurrentRecord() {
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private final class ListConverter extends GroupConverter {
        private final int field;
        private List<Object> elements;

        private final GroupConverter element = new GroupConverter() {
            private final Converter value = new ValueConverter(found -> elements.add(found));

            @Override
            public Converter getConverter(int only) {
                return value;
            }

            @Override
            public void start() {
                // an element begins
            }

            @Override
            public void end() {
                // an element is over
            }
        };

        ListConverter(int field) {
            this.field = field;
        }

        @Override
        public Converter getConverter(int only) {
            return element;
        }

        @Override
        public void start() {
            elements = new ArrayList<>();
        }

        @Override
        public void end() {
            row[field] = elements;
        }
    }

    /** Bytes are copied, so that a row does not hold the whole page; those of a dictionary are shared. */
    private static final class ValueConverter extends PrimitiveConverter {
        private final Consumer<Object> target;
        private Binary[] terms;

        ValueConverter(Consumer<Object> target) {
            this.target = target;
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary dictionary) {
            terms = new Binary[dictionary.getMaxId() + 1];
            for (int i = 0; i < terms.length; i++) {
                terms[i] = copy(dictionary.decodeToBinary(i));
            }
        }

        @Override
        public void addValueFromDictionary(int id) {
            target.accept(terms[id]);
        }

        @Override
        public void addBinary(Binary value) {
            target.accept(copy(value));
        }

        private static Binary copy(Binary value) {
            return Binary.fromConstantByteArray(value.getBytes());
        }

        @Override
        public void addLong(long value) {
            target.accept(value);
        }

        @Override
        public void addInt(int value) {
            target.accept(value);
        }

        @Override
        public void addBoolean(boolean value) {
            target.accept(value);
        }

        @Override
        public void addFloat(float value) {
            target.accept(value);
        }

        @Override
        public void addDouble(double value) {
            target.accept(value);
        }
    }
}
