package io.hashlake.pipeline.route;

import io.hashlake.x.client.SearchRequest.Scope;
import io.hashlake.x.search.SearchSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;

/** Checks the values of an {@code x:} endpoint's options where they can be checked without the endpoint. */
final class OptionRules {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** In Camel's notation or ISO 8601's; Camel itself takes any other word for 0. */
    private static final Pattern DURATION = Pattern.compile("(\\d+(ms|[smhdSMHD]))+|PT?\\d.*");

    private static final Duration USUAL_DELAY = Duration.ofMinutes(1);
    private static final int USUAL_RESULTS = 100;

    private OptionRules() {}

    /** Returns what is wrong with the value, and what to write; empty if nothing is. */
    static Optional<String> problemOf(String option, String value) {
        return switch (option) {
            case "delay", "lookBack", "settling" -> durationProblem(option, value);
            case "query" -> new HashtagRule().problemOfQuery(value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> durationProblem(String option, String value) {
        if (NUMBER.matcher(value).matches() && !value.equals("0")) {
            return Optional.of("'" + option + ": " + value + "' has no unit: write " + value + "s, " + value + "m or "
                    + value + "h");
        }
        if (!value.equals("0") && !DURATION.matcher(value).matches()) {
            return Optional.of("'" + option + ": " + value + "' is no duration: write for example 30s, 5m or 1h");
        }
        return outOfRange(option, value);
    }

    private static Optional<String> outOfRange(String option, String value) {
        try {
            Duration duration = value.startsWith("P") ? Duration.parse(value) : TimeUtils.toDuration(value);
            requireInRange(option, duration);
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.of("'" + option + ": " + value + "' is out of range: " + e.getMessage());
        }
    }

    private static void requireInRange(String option, Duration duration) {
        new SearchSettings(
                Scope.ALL,
                option.equals("delay") ? duration : USUAL_DELAY,
                option.equals("lookBack") ? duration : Duration.ZERO,
                USUAL_RESULTS,
                option.equals("settling") ? duration : Duration.ZERO);
    }
}
