package io.hashlake.simulator.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request, checked as they are read. Every method throws {@link InvalidRequestException}. */
public final class RequestParameters {

    private final Map<String, String> values;

    private RequestParameters(Map<String, String> values) {
        this.values = values;
    }

    /** Parses what stands behind the question mark; null means nothing. */
    public static RequestParameters parse(String rawQuery) {
        Map<String, String> values = new LinkedHashMap<>();
        if (rawQuery != null && !rawQuery.isEmpty()) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new RequestParameters(values);
    }

    public void allowOnly(Collection<String> names) {
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw new InvalidRequestException(
                        name,
                        value,
                        "The query parameter [" + name + "] is not one of [" + String.join(",", names) + "]");
            }
        });
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public int integer(String name, int least, int most, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw invalid(name, "is not between " + least + " and " + most);
    }

    public Optional<Long> id(String name) {
        return text(name).map(value -> {
            try {
                return Long.valueOf(value.matches("[0-9]{1,19}") ? value : "");
            } catch (NumberFormatException e) {
                throw invalid(name, "is not a valid id");
            }
        });
    }

    public Optional<Instant> time(String name) {
        return text(name).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                throw invalid(name, "is not a time such as 2026-08-22T10:00:00Z");
            }
        });
    }

    public String oneOf(String name, List<String> allowed, String otherwise) {
        String value = text(name).orElse(otherwise);
        if (!allowed.contains(value)) {
            throw invalid(name, "is not one of [" + String.join(",", allowed) + "]");
        }
        return value;
    }

    /** Values separated by commas, each among the allowed ones; empty if the parameter is not there. */
    public Set<String> list(String name, Collection<String> allowed) {
        String value = values.get(name);
        if (value == null) {
            return Set.of();
        }
        Set<String> list = new LinkedHashSet<>(Arrays.asList(value.split(",", -1)));
        if (!allowed.containsAll(list)) {
            list.removeAll(allowed);
            throw new InvalidRequestException(
                    name,
                    String.join(",", list),
                    "The `" + name + "` query parameter value [" + String.join(",", list) + "] is not one of ["
                            + String.join(",", allowed) + "]");
        }
        return list;
    }

    public InvalidRequestException invalid(String name, String problem) {
        String value = values.getOrDefault(name, "");
        return new InvalidRequestException(
                name, value, "The `" + name + "` query parameter value [" + value + "] " + problem);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("query", text, "The query string is not properly encoded");
        }
    }
}
