package io.hashlake.lake.marts;

import io.hashlake.lake.parquet.Column;
import io.hashlake.lake.parquet.ColumnType;
import io.hashlake.lake.parquet.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.io.api.RecordConsumer;

/** Column types for the values of marts. */
final class MartTypes {

    private static final Map<Class<?>, ColumnType<?>> TYPES = Map.of(
            Long.class, ColumnType.INTEGER,
            Boolean.class, ColumnType.FLAG,
            String.class, ColumnType.TERM,
            Integer.class,
                    new ColumnType<Integer>(Schema.create(Schema.Type.INT), true, false, RecordConsumer::addInteger),
            Float.class,
                    new ColumnType<Float>(Schema.create(Schema.Type.FLOAT), false, false, RecordConsumer::addFloat),
            Double.class,
                    new ColumnType<Double>(Schema.create(Schema.Type.DOUBLE), false, false, RecordConsumer::addDouble),
            LocalDate.class,
                    new ColumnType<LocalDate>(
                            logical(LogicalTypes.date(), Schema.Type.INT),
                            true,
                            false,
                            (out, date) -> out.addInteger(Math.toIntExact(date.toEpochDay()))),
            Instant.class,
                    new ColumnType<Instant>(
                            logical(LogicalTypes.timestampMicros(), Schema.Type.LONG),
                            false,
                            false,
                            (out, time) -> out.addLong(micros(time))));

    private MartTypes() {}

    private static Schema logical(LogicalType type, Schema.Type stored) {
        return type.addToSchema(Schema.create(stored));
    }

    private static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), 1_000_000L), ChronoField.MICRO_OF_SECOND.getFrom(time));
    }

    static Table<Object[]> table(MartTable mart) {
        List<Column<Object[]>> columns = IntStream.range(0, mart.columns().size())
                .mapToObj(index -> column(mart.columns().get(index), index))
                .toList();
        return Table.of(mart.name(), mart.doc(), columns);
    }

    private static Column<Object[]> column(MartColumn column, int index) {
        return column(column, index, TYPES.get(column.type()));
    }

    @SuppressWarnings("unchecked") // a type stands in the map under the class of its values
    private static <T> Column<Object[]> column(MartColumn column, int index, ColumnType<T> type) {
        return column.nullable()
                ? Column.optional(column.name(), type, column.doc(), row -> (T) row[index])
                : Column.required(column.name(), type, column.doc(), row -> (T) row[index]);
    }
}
