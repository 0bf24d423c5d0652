package io.hashlake.lake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * A kind of value that a column holds.
 *
 * @param schema its Avro type, from which the Parquet type is made
 * @param writer adds one value to the field that the consumer is in
 */
record ColumnType<T>(Schema schema, BiConsumer<RecordConsumer, T> writer) {

    static final ColumnType<Long> INTEGER = new ColumnType<>(Schema.create(Schema.Type.LONG), RecordConsumer::addLong);

    static final ColumnType<Boolean> FLAG =
            new ColumnType<>(Schema.create(Schema.Type.BOOLEAN), RecordConsumer::addBoolean);

    static final ColumnType<Instant> TIMESTAMP = new ColumnType<>(
            LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)),
            (out, time) -> out.addLong(time.toEpochMilli()));

    static final ColumnType<String> TEXT = new ColumnType<>(
            Schema.create(Schema.Type.STRING),
            (out, text) -> out.addBinary(Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8))));
}
