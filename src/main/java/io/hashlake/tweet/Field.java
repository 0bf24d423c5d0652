package io.hashlake.tweet;

import java.util.function.Function;

/**
 * Field of a post or an account, as every store has it.
 *
 * @param name of its column
 * @param optional whether a row may have no value
 * @param meaning for a person to read
 * @param value hands a row's value to a writer
 * @param merge result where a post is observed again
 * @param inLakeAlone whether the warehouse keeps it in another table than {@code twitter.tweet}
 */
public record Field<R, T>(
        String name,
        FieldType<T> type,
        boolean optional,
        String meaning,
        Value<R> value,
        Merge merge,
        boolean inLakeAlone) {

    /** Hands a row's value to the writer's method for its type, numbers without boxing them. */
    @FunctionalInterface
    public interface Value<R> {
        void write(R row, ValueWriter out);
    }

    /** The same field where a row may have no value. The lake holds an empty list rather than none. */
    Field<R, T> orNone() {
        return new Field<>(name, type, true, meaning, value, merge, inLakeAlone);
    }

    Field<R, T> merged(Merge how) {
        return new Field<>(name, type, optional, meaning, value, how, inLakeAlone);
    }

    Field<R, T> inLakeOnly() {
        return new Field<>(name, type, optional, meaning, value, merge, true);
    }

    /** The same field of something that such a row belongs to. */
    <S> Field<S, T> of(Function<S, R> row, String prefix) {
        Value<S> outer = (whole, out) -> value.write(row.apply(whole), out);
        return new Field<>(prefix + name, type, optional, meaning, outer, merge, inLakeAlone);
    }
}
