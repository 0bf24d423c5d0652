package io.hashlake.lake.parquet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * A kind of value that a column holds.
 *
 * @param schema its Avro type, from which the Parquet type is made
 * @param repeats whether few different values are usual: only then a dictionary is worth the time that it takes
 * @param large whether values are so long that their smallest and largest are of no use to a reader
 * @param writer adds one value to the field that the consumer is in
 */
public record ColumnType<T>(Schema schema, boolean repeats, boolean large, BiConsumer<RecordConsumer, T> writer) {

    public static final ColumnType<Long> INTEGER =
            new ColumnType<>(Schema.create(Schema.Type.LONG), false, false, RecordConsumer::addLong);

    public static final ColumnType<Boolean> FLAG =
            new ColumnType<>(Schema.create(Schema.Type.BOOLEAN), false, false, RecordConsumer::addBoolean);

    static final ColumnType<Double> NUMBER =
            new ColumnType<>(Schema.create(Schema.Type.DOUBLE), false, false, RecordConsumer::addDouble);

    /** Microseconds: Iceberg's readers take the statistics of other units for these, and skip rows that they should not. */
    static final ColumnType<Instant> TIMESTAMP = new ColumnType<>(
            LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG)),
            false,
            false,
            (out, time) -> out.addLong(micros(time)));

    public static final ColumnType<String> TEXT = text(false, false);

    /** Text out of a vocabulary. */
    public static final ColumnType<String> TERM = text(true, false);

    /** Text that is read rather than searched. */
    static final ColumnType<String> LONG_TEXT = text(false, true);

    static final ColumnType<byte[]> BYTES = new ColumnType<>(
            Schema.create(Schema.Type.BYTES),
            false,
            true,
            (out, bytes) -> out.addBinary(Binary.fromConstantByteArray(bytes)));

    private static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    }

    /** The Avro type of a column in which a row may have no value. */
    Schema orNull() {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    }

    private static ColumnType<String> text(boolean repeats, boolean large) {
        return new ColumnType<>(
                Schema.create(Schema.Type.STRING),
                repeats,
                large,
                (out, text) -> out.addBinary(Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8))));
    }
}
