package io.hashlake.api.request;

import io.hashlake.api.value.ParameterReader;
import io.hashlake.api.value.ParameterReaders;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.Separator;

/**
 * A parameter as its annotations and its type declare it.
 *
 * @param values where a request has it
 * @param type of each value
 * @param separator between values that stand in one text; null where there may be one value
 * @param usual text that a missing one stands for; null if none
 */
record DeclaredParameter(
        String name,
        Function<GivenValues, Map<String, List<String>>> values,
        boolean isInQuery,
        Class<?> type,
        boolean isList,
        String separator,
        String usual) {

    /** Empty where nothing says which part of a request it is. */
    static Optional<DeclaredParameter> of(Parameter parameter) {
        return one(parameter, QueryParam.class, QueryParam::value, GivenValues::query)
                .or(() -> one(parameter, PathParam.class, PathParam::value, GivenValues::path))
                .or(() -> one(parameter, HeaderParam.class, HeaderParam::value, GivenValues::headers));
    }

    private static <A extends Annotation> Optional<DeclaredParameter> one(
            Parameter parameter,
            Class<A> annotation,
            Function<A, String> name,
            Function<GivenValues, Map<String, List<String>>> values) {
        Type type = parameter.getParameterizedType();
        Type bare = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return annotation(parameter, annotation)
                .map(found -> new DeclaredParameter(
                        name.apply(found),
                        values,
                        found instanceof QueryParam,
                        (Class<?>) bare,
                        bare != type,
                        annotation(parameter, Separator.class)
                                .map(Separator::value)
                                .orElse(null),
                        annotation(parameter, DefaultValue.class)
                                .map(DefaultValue::value)
                                .orElse(null)));
    }

    private static <A extends Annotation> Optional<A> annotation(Parameter parameter, Class<A> type) {
        return Optional.ofNullable(parameter.getAnnotation(type));
    }

    /** The value, or list of values; null where it is missing or cannot be read. */
    Object in(GivenValues given, InvalidParameters invalid) {
        List<String> texts =
                values.apply(given).getOrDefault(name, Stream.ofNullable(usual).toList());
        if (isList) {
            return texts.stream()
                    .flatMap(this::separated)
                    .flatMap(text -> read(text, invalid))
                    .toList();
        }
        if (texts.size() > 1) {
            invalid.add(name, String.join(", ", texts), "it can be given once");
            return null;
        }
        return texts.stream().flatMap(text -> read(text, invalid)).findFirst().orElse(null);
    }

    private Stream<String> separated(String text) {
        return separator == null ? Stream.of(text) : Arrays.stream(text.split(Pattern.quote(separator), -1));
    }

    private Stream<?> read(String text, InvalidParameters invalid) {
        ParameterReader<?> reader = ParameterReaders.of(type);
        if (reader == null) {
            return Stream.of(text);
        }
        try {
            return Stream.of(reader.fromString(text));
        } catch (RuntimeException e) {
            invalid.add(name, text, reader.allowed());
            return Stream.empty();
        }
    }
}
