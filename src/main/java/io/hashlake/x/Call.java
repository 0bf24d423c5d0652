package io.hashlake.x;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One question to X.
 *
 * @param parameters what is asked, but for the names of fields
 * @param naming whether fields are asked for, whose names depend on the vocabulary
 * @param parser makes the answer's body a value
 */
record Call<T>(Endpoint endpoint, Map<String, String> parameters, boolean naming, BodyParser<T> parser) {

    /** Makes a body a value. */
    @FunctionalInterface
    interface BodyParser<T> {
        T parse(byte[] body) throws MalformedPage;
    }

    String pathAndQuery(Vocabulary vocabulary) {
        Map<String, String> all = new TreeMap<>(parameters);
        if (naming) {
            all.putAll(vocabulary.parameters());
        }
        return all.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", endpoint.path() + "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
