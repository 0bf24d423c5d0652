package io.hashlake.api.value;

import jakarta.ws.rs.ext.ParamConverter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reader of the parameters of a type.
 *
 * @param allowed what it reads, for whoever sent something else
 * @param read throws a RuntimeException for anything else
 */
public record ParameterReader<T>(Class<T> type, String allowed, Function<String, T> read) implements ParamConverter<T> {

    /** Reader of constants by their names in lower case. */
    static <E extends Enum<E>> ParameterReader<E> choice(Class<E> type) {
        E[] constants = type.getEnumConstants();
        String allowed =
                "one of " + Arrays.stream(constants).map(ParameterReader::lower).collect(Collectors.joining(", "));
        return new ParameterReader<>(type, allowed, text -> Arrays.stream(constants)
                .filter(constant -> lower(constant).equals(text))
                .findFirst()
                .orElseThrow());
    }

    @Override
    public T fromString(String text) {
        return text == null ? null : read.apply(text);
    }

    @Override
    public String toString(T value) {
        return String.valueOf(value);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
