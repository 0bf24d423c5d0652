package io.hashlake.api.response;

import io.hashlake.api.value.PageCursor;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Links from a page of a list to the next one, as RFC 8288 writes them.
 *
 * @param from of the period that all pages have
 * @param to of that period
 */
public record Links(UriInfo uri, Instant from, Instant to) {

    /** Meaning of the header {@code Link}, for the API's description. */
    public static final String MEANING = "The next page, with rel=\"next\"; missing on the last one";

    private static final Set<String> REPLACED = Set.of("cursor", "from", "last", "to");

    /** A full page, and the link to the next one. */
    public <T> RestResponse<List<T>> withNext(List<T> page, Function<T, PageCursor> cursor) {
        PageCursor end = cursor.apply(page.get(page.size() - 1));
        return RestResponse.ResponseBuilder.ok(page)
                .header(HttpHeaders.LINK, next(end.encoded()))
                .build();
    }

    /** The same request with the cursor, and the period in place of {@code last}. */
    String next(String cursor) {
        Stream<String> kept = uri.getQueryParameters().entrySet().stream()
                .filter(entry -> !REPLACED.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)));
        Stream<String> added =
                Map.of("cursor", cursor, "from", from.toString(), "to", to.toString()).entrySet().stream()
                        .map(entry -> pair(entry.getKey(), entry.getValue()));
        return "<" + uri.getRequestUri().getRawPath() + "?"
                + Stream.concat(kept, added).sorted().collect(Collectors.joining("&")) + ">; rel=\"next\"";
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
