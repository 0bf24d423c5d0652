package io.hashlake.lake.parquet;

import java.util.function.Consumer;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Writes the fields of buffered rows to a consumer, as they were written to the buffer. */
final class RowReplay implements Consumer<BufferedRow> {

    private final BufferedField[] columns;
    private final RecordConsumer out;
    private final BufferedFields fields = new BufferedFields();

    RowReplay(MessageType schema, RecordConsumer out) {
        this.columns = schema.getFields().stream().map(BufferedField::of).toArray(BufferedField[]::new);
        this.out = out;
    }

    @Override
    public void accept(BufferedRow row) {
        fields.begin(row);
        out.startMessage();
        for (int index = fields.next(); index >= 0; index = fields.next()) {
            BufferedField column = columns[index];
            out.startField(column.name(), index);
            if (column.isList()) {
                list(column.value());
            } else {
                column.value().copy(fields, out);
            }
            out.endField(column.name(), index);
        }
        out.endMessage();
    }

    private void list(Value value) {
        out.startGroup();
        if (fields.hasElement()) {
            out.startField("list", 0);
            do {
                element(value);
            } while (fields.hasElement());
            out.endField("list", 0);
        }
        out.endGroup();
    }

    private void element(Value value) {
        out.startGroup();
        out.startField("element", 0);
        value.copy(fields, out);
        out.endField("element", 0);
        out.endGroup();
    }

    /** Copies one value of a kind. */
    @FunctionalInterface
    private interface Value {
        void copy(BufferedFields fields, RecordConsumer out);
    }

    private record BufferedField(String name, boolean isList, Value value) {

        static BufferedField of(Type type) {
            boolean isList = !type.isPrimitive();
            Type values = isList ? type.asGroupType().getType(0).asGroupType().getType(0) : type;
            return new BufferedField(type.getName(), isList, value(values));
        }

        private static Value value(Type type) {
            return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
                case INT64 -> (fields, out) -> out.addLong(fields.number());
                case BOOLEAN -> (fields, out) -> out.addBoolean(fields.flag());
                case DOUBLE -> (fields, out) -> out.addDouble(fields.real());
                case BINARY -> (fields, out) -> out.addBinary(fields.binary());
                default -> throw new IllegalArgumentException("rows with " + type + " cannot be buffered");
            };
        }
    }
}
