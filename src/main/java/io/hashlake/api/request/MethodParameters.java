package io.hashlake.api.request;

import jakarta.ws.rs.BeanParam;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Parameters that a resource method declares, in its signature and in the records into which they are grouped. */
public final class MethodParameters {

    private final List<Argument> arguments;
    private final Set<String> names = new TreeSet<>();

    /** An argument of the method: null where it is not read from the request's parameters. */
    private interface Argument {
        Object in(GivenValues given, InvalidParameters invalid);
    }

    public MethodParameters(Method method) {
        this.arguments =
                Arrays.stream(method.getParameters()).map(this::argument).toList();
    }

    /** The method's arguments, as the framework binds them too. Adds what is wrong about them. */
    public Object[] bind(GivenValues given, RequestClock clock, InvalidParameters invalid) {
        Object[] bound =
                arguments.stream().map(argument -> argument.in(given, invalid)).toArray();
        Stream.of(bound).filter(Checked.class::isInstance).forEach(checked -> ((Checked) checked)
                .check(invalid, clock));
        given.query().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> invalid.add(
                        name,
                        String.join(", ", given.query().get(name)),
                        "no such parameter; there are " + String.join(", ", names)));
        return bound;
    }

    private Argument argument(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class) ? group(parameter.getType()) : declared(parameter);
    }

    private Argument group(Class<?> type) {
        Constructor<?> constructor = constructor(type);
        List<Argument> components =
                Arrays.stream(constructor.getParameters()).map(this::declared).toList();
        return (given, invalid) -> created(
                constructor,
                components.stream()
                        .map(component -> component.in(given, invalid))
                        .toArray());
    }

    private Argument declared(Parameter parameter) {
        Optional<DeclaredParameter> found = DeclaredParameter.of(parameter);
        found.filter(DeclaredParameter::isInQuery).ifPresent(query -> names.add(query.name()));
        return (given, invalid) ->
                found.map(declared -> declared.in(given, invalid)).orElse(null);
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    private static Object created(Constructor<?> constructor, Object... components) {
        try {
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("parameters take null for what is missing", e);
        }
    }
}
