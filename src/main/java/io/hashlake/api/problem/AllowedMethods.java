package io.hashlake.api.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Methods of HTTP that each address takes, as the annotations of resources declare them. */
public final class AllowedMethods {

    private final List<Endpoint> endpoints;

    private record Endpoint(Pattern path, String method) {}

    /** @param resources classes with a {@link Path} */
    public AllowedMethods(Collection<Class<?>> resources) {
        this.endpoints = resources.stream().flatMap(AllowedMethods::endpoints).toList();
    }

    /** The value of a header {@code Allow}. */
    String of(String path) {
        Stream<String> declared = endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .map(Endpoint::method)
                .distinct()
                .sorted()
                .flatMap(method ->
                        method.equals(HttpMethod.GET) ? Stream.of(method, HttpMethod.HEAD) : Stream.of(method));
        return Stream.concat(declared, Stream.of(HttpMethod.OPTIONS)).collect(Collectors.joining(", "));
    }

    private static Stream<Endpoint> endpoints(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods()).flatMap(method -> methods(method)
                .map(http -> new Endpoint(pattern(root, method.getAnnotation(Path.class)), http)));
    }

    private static Stream<String> methods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value);
    }

    private static Pattern pattern(String root, Path below) {
        String path = below == null ? root : root + "/" + below.value();
        return Pattern.compile("/*" + path.replaceFirst("^/", "").replaceAll("\\{\\w+}", "[^/]+") + "/*");
    }
}
