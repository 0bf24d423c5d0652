package io.hashlake.x.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.x.json.JsonProblem;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.value.TimestampParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Parses the small, rare answers: counts, usage and errors. Numbers may be strings, as the vocabularies differ in that. */
public final class StatisticsParser {

    private final ObjectMapper mapper = new ObjectMapper();

    /** {@link ApiError#UNKNOWN} for what is no JSON. */
    public ApiError problem(byte[] body) {
        try {
            return ApiError.of(tree(body));
        } catch (MalformedPageException e) {
            return ApiError.UNKNOWN;
        }
    }

    PostCounts counts(byte[] body) throws MalformedPageException {
        JsonNode root = tree(body);
        JsonNode meta = required(root, "meta");
        List<PostCounts.Interval> intervals = new ArrayList<>();
        long sum = 0;
        for (JsonNode interval : root.path("data")) {
            long posts = number(either(interval, "post_count", "tweet_count"), "post_count");
            sum += posts;
            intervals.add(new PostCounts.Interval(time(interval, "start"), time(interval, "end"), posts));
        }
        JsonNode total = either(meta, "total_post_count", "total_tweet_count");
        return new PostCounts(
                intervals,
                isGiven(total) ? number(total, "total_post_count") : sum,
                Optional.ofNullable(meta.path("next_token").textValue()).filter(token -> !token.isBlank()));
    }

    Usage usage(byte[] body) throws MalformedPageException {
        JsonNode data = required(tree(body), "data");
        List<Usage.Day> days = new ArrayList<>();
        for (JsonNode day : data.path("daily_project_usage").path("usage")) {
            days.add(new Usage.Day(time(day, "date"), number(day.path("usage"), "usage")));
        }
        JsonNode reset = data.path("cap_reset_day");
        return new Usage(
                data.path("project_id").asText(),
                number(data.path("project_cap"), "project_cap"),
                number(data.path("project_usage"), "project_usage"),
                reset.isInt() ? OptionalInt.of(reset.intValue()) : OptionalInt.empty(),
                days);
    }

    private JsonNode tree(byte[] body) throws MalformedPageException {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException e) {
            throw new MalformedPageException("not readable: " + JsonProblem.of(e));
        } catch (IOException e) {
            throw new MalformedPageException("not readable: " + e.getMessage());
        }
    }

    private static JsonNode required(JsonNode root, String name) throws MalformedPageException {
        if (!root.path(name).isObject()) {
            throw new MalformedPageException("not usable: it has no " + name);
        }
        return root.path(name);
    }

    /** An empty string is not given. */
    private static boolean isGiven(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isBlank());
    }

    private static JsonNode either(JsonNode node, String name, String other) {
        return node.has(name) ? node.path(name) : node.path(other);
    }

    private static long number(JsonNode node, String name) throws MalformedPageException {
        try {
            long number = node.isTextual()
                    ? Long.parseLong(node.textValue())
                    : node.isIntegralNumber() ? node.longValue() : -1;
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as for what is no number at all.
        }
        throw new MalformedPageException("not usable: " + name + " is no count");
    }

    private static Instant time(JsonNode node, String name) throws MalformedPageException {
        char[] text = node.path(name).asText().toCharArray();
        long millis = TimestampParser.parse(text, 0, text.length);
        if (millis == TimestampParser.INVALID) {
            throw new MalformedPageException("not usable: " + name + " is no time");
        }
        return Instant.ofEpochMilli(millis);
    }
}
