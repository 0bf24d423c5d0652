package io.hashlake.x.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.x.json.draft.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Error in a response's body. Every field may be empty: proxies answer in HTML.
 *
 * @param title names the kind of problem
 * @param detail describes it
 * @param type a URI of which only the end is reliable
 * @param period of a usage cap
 * @param issue what happened to a stream: its {@code disconnect_type} or {@code connection_issue}
 * @param errors what is wrong with single parameters
 */
public record ApiError(
        String title, String detail, String type, String period, String issue, List<ParameterError> errors) {

    static final ApiError UNKNOWN = new ApiError("", "", "", "", "", List.of());

    private static final Pattern LARGER_THAN = Pattern.compile("larger than (\\d{1,19})");

    /** Error about single parameters. */
    record ParameterError(List<String> parameters, String message) {

        public static ParameterError of(JsonNode error) {
            List<String> names = new ArrayList<>();
            error.path("parameters").fieldNames().forEachRemaining(names::add);
            if (error.path("parameter").isTextual()) {
                names.add(error.path("parameter").asText());
            }
            return new ParameterError(
                    names, error.path("message").asText(error.path("detail").asText()));
        }

        boolean names(Vocabulary vocabulary) {
            return parameters.isEmpty()
                    ? message.contains(vocabulary.fieldsParameter())
                    : parameters.stream().anyMatch(vocabulary::owns);
        }

        boolean isStaleSince() {
            return parameters.contains("since_id")
                    && (message.contains("created after") || message.contains("larger than"));
        }
    }

    public static ApiError of(JsonNode body) {
        List<ParameterError> errors = new ArrayList<>();
        body.path("errors").forEach(error -> errors.add(ParameterError.of(error)));
        JsonNode first = body.has("title") ? body : body.path("errors").path(0);
        return new ApiError(
                first.path("title").asText(),
                first.path("detail").asText(),
                first.path("type").asText(),
                first.path("period").asText(),
                first.path("disconnect_type")
                        .asText(first.path("connection_issue").asText()),
                List.copyOf(errors));
    }

    /** Hosts differ, so only the last part of the type counts. */
    public boolean isOfType(String name) {
        return type.endsWith("/problems/" + name);
    }

    /** Returns whether the server refused the names of this vocabulary. */
    boolean refuses(Vocabulary vocabulary) {
        return errors.stream().anyMatch(error -> error.names(vocabulary));
    }

    boolean isStaleSince() {
        return errors.stream().anyMatch(ParameterError::isStaleSince);
    }

    /** The id that {@code since_id} must be larger than. */
    OptionalLong minimumSince() {
        return errors.stream()
                .filter(ParameterError::isStaleSince)
                .map(error -> LARGER_THAN.matcher(error.message))
                .filter(Matcher::find)
                .map(found -> found.group(1).toCharArray())
                .mapToLong(digits -> Ids.parse(digits, 0, digits.length))
                .filter(id -> id >= 0)
                .findFirst();
    }

    /** The most that is known about it, for a person to read. */
    public String description() {
        String message = errors.stream()
                .map(ParameterError::message)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(detail);
        return message.equals(title) || message.isEmpty() ? title : title.isEmpty() ? message : title + ": " + message;
    }
}
