package io.hashlake.x.client;

import io.hashlake.x.json.MalformedPageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One question to X.
 *
 * @param parameters what is asked, but for the names of fields
 * @param naming whether fields are asked for, whose names depend on the vocabulary
 * @param body what is sent along, JSON; null for nothing
 * @param answers the statuses whose body is an answer
 * @param reader makes such a reply a value
 */
public record Call<T>(
        ApiEndpoint endpoint,
        Map<String, String> parameters,
        boolean naming,
        byte[] body,
        Set<Integer> answers,
        ReplyReader<T> reader) {

    private static final Set<Integer> OK = Set.of(200, 201);

    /** Makes a reply a value. */
    @FunctionalInterface
    public interface ReplyReader<T> {
        T read(HttpReply reply, int limit) throws MalformedPageException, TransportException;
    }

    /** Makes a body a value. */
    @FunctionalInterface
    public interface BodyParser<T> {
        T parse(byte[] body) throws MalformedPageException;

        /** A reader of replies whose body, as sent and as decompressed, is within the limit. */
        default ReplyReader<T> ofReply() {
            return (reply, limit) -> parse(ContentDecoding.decode(reply, limit));
        }
    }

    /** A question without a body. */
    public static <T> Call<T> of(
            ApiEndpoint endpoint, Map<String, String> parameters, boolean naming, BodyParser<T> parser) {
        return new Call<>(endpoint, parameters, naming, null, OK, parser.ofReply());
    }

    /** A question that sends JSON along, and whose answer may come with one more status. */
    public static <T> Call<T> sending(ApiEndpoint endpoint, byte[] body, Set<Integer> answers, BodyParser<T> parser) {
        return new Call<>(endpoint, Map.of(), false, body, answers, parser.ofReply());
    }

    /** A question whose answer has no end. */
    public static <T> Call<T> opening(ApiEndpoint endpoint, ReplyReader<T> reader) {
        return new Call<>(endpoint, Map.of(), true, null, OK, reader);
    }

    String pathAndQuery(Vocabulary vocabulary) {
        Map<String, String> all = new TreeMap<>(parameters);
        if (naming) {
            all.putAll(vocabulary.parameters());
        }
        return all.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", endpoint.path() + (all.isEmpty() ? "" : "?"), ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
