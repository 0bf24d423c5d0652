package io.hashlake.lake.parquet;

import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.ValueWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.parquet.io.api.RecordConsumer;

/** Adds fields to the record that the consumer is in: where there is no value none, or an empty list. */
final class FieldOutput implements ValueWriter {

    private final RecordConsumer out;
    private String name;
    private int index;

    FieldOutput(RecordConsumer out) {
        this.out = out;
    }

    /** Turns to the field that comes next, which stands at {@code index} in the record. */
    void field(String nextName, int nextIndex) {
        name = nextName;
        index = nextIndex;
    }

    <T> void value(BiConsumer<RecordConsumer, T> writer, T value) {
        out.startField(name, index);
        writer.accept(out, value);
        out.endField(name, index);
    }

    <T> void valueIfAny(BiConsumer<RecordConsumer, T> writer, T value) {
        if (value != null) {
            value(writer, value);
        }
    }

    /** A list of three levels, as the Parquet format asks for. */
    <T> void list(BiConsumer<RecordConsumer, T> writer, List<? extends T> elements) {
        out.startField(name, index);
        out.startGroup();
        if (elements != null && !elements.isEmpty()) {
            out.startField("list", 0);
            for (T element : elements) {
                element(writer, element);
            }
            out.endField("list", 0);
        }
        out.endGroup();
        out.endField(name, index);
    }

    private <T> void element(BiConsumer<RecordConsumer, T> writer, T element) {
        out.startGroup();
        out.startField("element", 0);
        writer.accept(out, element);
        out.endField("element", 0);
        out.endGroup();
    }

    @Override
    public void id(long value) {
        out.startField(name, index);
        out.addLong(value);
        out.endField(name, index);
    }

    @Override
    public void id(Long value) {
        if (value != null) {
            id(value.longValue());
        }
    }

    @Override
    public void count(long value) {
        if (value != Metrics.UNKNOWN) {
            id(value);
        }
    }

    @Override
    public void flag(Boolean value) {
        valueIfAny(ColumnType.FLAG.writer(), value);
    }

    @Override
    public void real(Double value) {
        valueIfAny(ColumnType.NUMBER.writer(), value);
    }

    @Override
    public void timestamp(Instant value) {
        valueIfAny(ColumnType.TIMESTAMP.writer(), value);
    }

    @Override
    public void text(String value) {
        valueIfAny(ColumnType.TEXT.writer(), value);
    }

    @Override
    public void ids(List<Long> values) {
        list(ColumnType.INTEGER.writer(), values);
    }

    @Override
    public void texts(List<String> values) {
        list(ColumnType.TEXT.writer(), values);
    }
}
