package io.hashlake.api.response;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links as RFC 8288 writes them. */
public final class Links {

    private Links() {}

    /** The next page: the same request with some parameters replaced. The period it names takes the place of {@code last}. */
    public static String next(String path, Map<String, List<String>> given, Map<String, String> replaced) {
        Stream<String> kept = given.entrySet().stream()
                .filter(entry ->
                        !replaced.containsKey(entry.getKey()) && !entry.getKey().equals("last"))
                .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)));
        Stream<String> added = replaced.entrySet().stream().map(entry -> pair(entry.getKey(), entry.getValue()));
        return "<" + path + "?" + Stream.concat(kept, added).sorted().collect(Collectors.joining("&"))
                + ">; rel=\"next\"";
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
