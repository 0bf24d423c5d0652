package io.hashlake.pipeline.route;

import io.hashlake.x.client.SearchRequest.Scope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of an {@code x:} endpoint.
 *
 * @param kind search, stream or sample
 * @param options from the address and from the parameters beside it
 */
record XAddress(String kind, String name, Map<String, String> options) {

    static final String SCHEME = "x:";
    static final String STREAM = "stream";

    private static final String SAMPLE = "sample";
    private static final Pattern ADDRESS =
            Pattern.compile("x:(search|stream|sample)/([^?]+)(?:\\?(.*))?", Pattern.DOTALL);

    private static final Set<String> OF_ALL = Set.of("bridgeErrorHandler", "exceptionHandler", "exchangePattern");
    private static final Set<String> OF_SEARCHES =
            Set.of("query", "delay", "lookBack", "settling", "maxResults", "scope", "via");

    /** Empty if that is no address of {@code x:}. */
    static Optional<XAddress> of(String uri, Map<String, String> parameters) {
        Matcher address = ADDRESS.matcher(uri);
        if (!address.matches()) {
            return Optional.empty();
        }
        Map<String, String> options = inUri(address.group(3));
        options.putAll(parameters);
        return Optional.of(new XAddress(address.group(1), address.group(2), options));
    }

    private static Map<String, String> inUri(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int value = option.indexOf('=');
            options.put(
                    value < 0 ? option : option.substring(0, value),
                    value < 0 ? "" : URLDecoder.decode(option.substring(value + 1), StandardCharsets.UTF_8));
        }
        return options;
    }

    /** The options of its kind, without those of every consumer. */
    Set<String> known() {
        return switch (kind) {
            case SAMPLE -> Set.of();
            case STREAM -> Set.of("query");
            default -> new TreeSet<>(OF_SEARCHES);
        };
    }

    boolean knows(String option) {
        return known().contains(option) || OF_ALL.contains(option);
    }

    boolean needsQuery() {
        return !kind.equals(SAMPLE) && query().isBlank();
    }

    /** Returns whether there is one that no placeholder hides. */
    boolean hasQuery() {
        return !query().isBlank() && !query().contains("{{");
    }

    String query() {
        return options.getOrDefault("query", "");
    }

    /** Returns whether X's version 1.1 is asked, which has a query language of its own. */
    boolean isLegacy() {
        return options.containsKey("via");
    }

    boolean isSearch() {
        return kind.equals("search");
    }

    /** RECENT where another value stands, which is a problem of its own. */
    Scope scope() {
        return options.getOrDefault("scope", "").toUpperCase(Locale.ROOT).equals(Scope.ALL.name())
                ? Scope.ALL
                : Scope.RECENT;
    }
}
