package io.hashlake.api;

import io.hashlake.api.request.GivenValues;
import io.hashlake.api.request.InvalidParameters;
import io.hashlake.api.request.MethodParameters;
import io.hashlake.api.request.RequestClock;
import io.hashlake.api.response.Encoding;
import io.hashlake.api.response.Format;
import io.hashlake.api.response.RowsFilter;
import io.hashlake.api.response.Writing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/** The resources over {@link FakeAnalytics}, without a server. */
public final class Api {

    public static final Instant NOW = FakeAnalytics.START.plus(Duration.ofHours(1));

    /** Time of every request. */
    public static final RequestClock CLOCK =
            new RequestClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("America/Sao_Paulo"));

    private static final FakeAnalytics ANALYTICS = new FakeAnalytics();

    private final Map<String, Endpoint> endpoints = new TreeMap<>();

    private record Endpoint(Object resource, Method method) {}

    /** What a resource returned. */
    public record Answer(Object entity, Class<?> type, String link) {

        String written(Format format) {
            return new String(written(new Encoding(format, false)), StandardCharsets.UTF_8);
        }

        byte[] written(Encoding encoding) {
            return Writing.bytes(entity, type, encoding);
        }
    }

    Api() {
        PostExport export = new PostExport(ANALYTICS, 1, Duration.ofMinutes(1));
        Stream.of(
                        new HashtagsResource(ANALYTICS, CLOCK),
                        new SelectionResource(ANALYTICS, CLOCK),
                        new PostsResource(ANALYTICS, export, CLOCK),
                        new UsersResource(ANALYTICS, CLOCK),
                        new ItemsResource(new PostItems(Optional.empty()), CLOCK),
                        new OperationsResource(ANALYTICS, List::of, CLOCK),
                        new TotalsResource(ANALYTICS, CLOCK))
                .forEach(this::add);
    }

    private void add(Object resource) {
        Arrays.stream(resource.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(GET.class) && method.getReturnType() != Response.class)
                .forEach(method -> endpoints.put(name(resource, method), new Endpoint(resource, method)));
    }

    private static String name(Object resource, Method method) {
        return resource.getClass().getSimpleName().replace("Resource", "") + "." + method.getName();
    }

    /** Every method that returns rows, such as {@code Posts.posts}. */
    Set<String> endpoints() {
        return endpoints.keySet();
    }

    /** Asks with values of the query, pairs of name and value. */
    Answer ask(String endpoint, String... query) throws IOException {
        return ask(endpoint, "climate", query(query));
    }

    /** @param path value of each parameter of the path */
    Answer ask(String name, String path, Map<String, List<String>> query) throws IOException {
        Endpoint endpoint = endpoints.get(name);
        InvalidParameters invalid = new InvalidParameters();
        GivenValues given = new GivenValues(
                query, Map.of("hashtag", List.of(path), "id", List.of(path), "hash", List.of(path)), Map.of());
        Object[] arguments = new MethodParameters(endpoint.method()).bind(given, CLOCK, invalid);
        invalid.refuse();
        Class<?>[] types = endpoint.method().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            arguments[i] = arguments[i] == null ? RequestedUri.of("/api/v1/x", query) : arguments[i];
        }
        return answer(endpoint, arguments);
    }

    private static Answer answer(Endpoint endpoint, Object... arguments) throws IOException {
        try {
            Object returned = endpoint.method().invoke(endpoint.resource(), arguments);
            Class<?> type = RowsFilter.rowType(endpoint.method());
            return returned instanceof RestResponse<?> response
                    ? new Answer(response.getEntity(), type, response.getHeaderString(HttpHeaders.LINK))
                    : new Answer(returned, type, null);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As in a query string, pairs of name and value. */
    public static Map<String, List<String>> query(String... pairs) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.merge(pairs[i], List.of(pairs[i + 1]), (one, other) -> List.of(one.get(0), other.get(0)));
        }
        return given;
    }
}
