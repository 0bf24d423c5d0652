package io.hashlake.tweet;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Makes the fields of one kind of row from their getters. */
final class FieldFactory<R> {

    Field<R, Long> id(String name, String meaning, ToLongFunction<R> value) {
        return field(name, FieldType.ID, meaning, (row, out) -> out.id(value.applyAsLong(row)));
    }

    /** @param value may give null */
    Field<R, Long> optionalId(String name, String meaning, Function<R, Long> value) {
        return field(name, FieldType.ID, meaning, (row, out) -> out.id(value.apply(row)))
                .orNone();
    }

    /** @param value may give {@link Metrics#UNKNOWN} */
    Field<R, Long> count(String name, String meaning, ToLongFunction<R> value) {
        return field(name, FieldType.COUNT, meaning, (row, out) -> out.count(value.applyAsLong(row)))
                .orNone()
                .merged(Merge.KNOWN);
    }

    Field<R, Boolean> flag(String name, String meaning, Predicate<R> value) {
        return field(name, FieldType.FLAG, meaning, (row, out) -> out.flag(value.test(row)));
    }

    /** @param value may give null */
    Field<R, Boolean> optionalFlag(String name, String meaning, Function<R, Boolean> value) {
        return field(name, FieldType.FLAG, meaning, (row, out) -> out.flag(value.apply(row)))
                .orNone();
    }

    /** @param value may give null */
    Field<R, Double> optionalReal(String name, String meaning, Function<R, Double> value) {
        return field(name, FieldType.REAL, meaning, (row, out) -> out.real(value.apply(row)))
                .orNone();
    }

    Field<R, Instant> timestamp(String name, String meaning, Function<R, Instant> value) {
        return field(name, FieldType.TIMESTAMP, meaning, (row, out) -> out.timestamp(value.apply(row)));
    }

    Field<R, String> text(String name, FieldType<String> type, String meaning, Function<R, String> value) {
        return field(name, type, meaning, (row, out) -> out.text(value.apply(row)));
    }

    Field<R, List<Long>> ids(String name, String meaning, Function<R, List<Long>> values) {
        return field(name, FieldType.IDS, meaning, (row, out) -> out.ids(values.apply(row)));
    }

    Field<R, List<String>> texts(
            String name, FieldType<List<String>> type, String meaning, Function<R, List<String>> values) {
        return field(name, type, meaning, (row, out) -> out.texts(values.apply(row)));
    }

    private <T> Field<R, T> field(String name, FieldType<T> type, String meaning, Field.Value<R> value) {
        return new Field<>(name, type, false, meaning, value, Merge.NEWEST, false);
    }
}
