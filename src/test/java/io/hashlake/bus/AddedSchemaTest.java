package io.hashlake.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.tweet.Field;
import io.hashlake.tweet.FieldType;
import io.hashlake.tweet.Merge;
import io.hashlake.tweet.Metrics;
import io.hashlake.tweet.ValueWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddedSchemaTest {

    private static final Instant TIME = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final Schema EMPTY = Schema.createRecord("Tweet", null, "io.hashlake", false, List.of());

    /** A value of a type, how a field hands it to a writer, and what Avro makes of it. */
    record Example<T>(FieldType<T> type, T value, Consumer<ValueWriter> write, String avro) {}

    static Stream<Example<?>> examples() {
        return Stream.of(
                new Example<>(FieldType.ID, 7L, out -> out.id(7), "7"),
                new Example<>(FieldType.ID, 7L, out -> out.id((Long) 7L), "7"),
                new Example<>(FieldType.ID, null, out -> out.id(null), "null"),
                new Example<>(FieldType.COUNT, 0L, out -> out.count(0), "0"),
                new Example<>(FieldType.COUNT, Metrics.UNKNOWN, out -> out.count(Metrics.UNKNOWN), "null"),
                new Example<>(FieldType.FLAG, true, out -> out.flag(true), "true"),
                new Example<>(FieldType.FLAG, null, out -> out.flag(null), "null"),
                new Example<>(FieldType.REAL, 0.5, out -> out.real(0.5), "0.5"),
                new Example<>(FieldType.TIMESTAMP, TIME, out -> out.timestamp(TIME), "1795348800123456"),
                new Example<>(FieldType.TEXT, "a", out -> out.text("a"), "\"a\""),
                new Example<>(FieldType.TERM, null, out -> out.text(null), "null"),
                new Example<>(FieldType.LONG_TEXT, "é", out -> out.text("é"), "\"é\""),
                new Example<>(FieldType.IDS, List.of(1L, 2L), out -> out.ids(List.of(1L, 2L)), "[1, 2]"),
                new Example<>(FieldType.TEXTS, List.of("a"), out -> out.texts(List.of("a")), "[\"a\"]"),
                new Example<>(FieldType.TERMS, List.of(), out -> out.texts(null), "[]"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldOfAnyTypeIsReadByAvroAndComesBackAsItWas(Example<?> example) throws Exception {
        AvroOutput out = new AvroOutput(16);
        example.write().accept(out);
        assertThat(read(out.toBytes(), true, example.type())).hasToString("{\"added\": " + example.avro() + "}");
        assertThat((Object) example.type().reader().apply(new AvroInput(out.toBytes(), 0)))
                .isEqualTo(example.value());
    }

    @Test
    void aRecordOfAnEarlierSchemaHasNoValueOfTheField() throws Exception {
        assertThat(read(new byte[0], false, FieldType.FLAG)).hasToString("{\"added\": null}");
        assertThat(read(new byte[0], false, FieldType.IDS)).hasToString("{\"added\": []}");
    }

    /** @param hasField whether they were written with the schema that has the field */
    private static GenericRecord read(byte[] bytes, boolean hasField, FieldType<?> type) throws Exception {
        Field<Object, ?> field = new Field<>("added", type, true, "Of tomorrow", (row, out) -> {}, Merge.NEWEST, false);
        Schema schema = AddedSchema.append(EMPTY, field);
        Schema written = hasField ? schema : EMPTY;
        return new GenericDatumReader<GenericRecord>(written, schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
