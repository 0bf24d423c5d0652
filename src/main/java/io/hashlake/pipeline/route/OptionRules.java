package io.hashlake.pipeline.route;

import io.hashlake.x.query.QueryRules;
import io.hashlake.x.query.SearchQuery;
import io.hashlake.x.search.SearchSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;

/** Checks the values of an {@code x:} endpoint's options where they can be checked without the endpoint. */
final class OptionRules {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** In Camel's notation or ISO 8601's; Camel itself takes any other word for 0. */
    private static final Pattern DURATION = Pattern.compile("(\\d+(ms|[smhdSMHD]))+|PT?\\d.*");

    private static final Pattern SCOPE = Pattern.compile("(?i)RECENT|ALL");

    private static final Duration USUAL_DELAY = Duration.ofMinutes(1);
    private static final int USUAL_RESULTS = 100;

    private final XAddress address;

    OptionRules(XAddress address) {
        this.address = address;
    }

    /** Returns what is wrong with the option, and what to write; empty if nothing is. */
    Optional<String> problemOf(String option, String value) {
        if (!address.knows(option)) {
            return Optional.of("x:" + address.kind() + " has no option '" + option + "'; it has " + address.known());
        }
        if (value.contains("{{")) {
            return Optional.empty();
        }
        return switch (option) {
            case "delay", "lookBack", "settling" -> durationProblem(option, value);
            case "maxResults" -> resultsProblem(value);
            case "scope" -> problem(SCOPE.matcher(value).matches(), "'scope: " + value + "': write RECENT or ALL");
            case "query" -> new HashtagRule().problemOfQuery(value).or(() -> queryProblem(value));
            default -> Optional.empty();
        };
    }

    /** Returns what X would refuse of the query, whatever its hashtags are. */
    Optional<String> queryProblem(String query) {
        return lengthProblem(query).or(() -> address.isLegacy() ? Optional.empty() : QueryRules.problemOf(query));
    }

    /** The length of a rule is a matter of the customer's plan. */
    private Optional<String> lengthProblem(String query) {
        try {
            new SearchQuery(query, address.isSearch() ? address.scope().maxQuery() : Integer.MAX_VALUE);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> resultsProblem(String value) {
        return NUMBER.matcher(value).matches()
                ? outOfRange("maxResults", value)
                : Optional.of("'maxResults: " + value + "' is no number: write for example " + USUAL_RESULTS);
    }

    private Optional<String> durationProblem(String option, String value) {
        if (NUMBER.matcher(value).matches() && !value.equals("0")) {
            return Optional.of("'" + option + ": " + value + "' has no unit: write " + value + "s, " + value + "m or "
                    + value + "h");
        }
        if (!value.equals("0") && !DURATION.matcher(value).matches()) {
            return Optional.of("'" + option + ": " + value + "' is no duration: write for example 30s, 5m or 1h");
        }
        return outOfRange(option, value);
    }

    private Optional<String> outOfRange(String option, String value) {
        try {
            requireInRange(option, value);
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.of("'" + option + ": " + value + "' is out of range: " + e.getMessage());
        }
    }

    private void requireInRange(String option, String value) {
        new SearchSettings(
                address.scope(),
                option.equals("delay") ? duration(value) : USUAL_DELAY,
                option.equals("lookBack") ? duration(value) : Duration.ZERO,
                option.equals("maxResults") ? Integer.parseInt(value) : USUAL_RESULTS,
                option.equals("settling") ? duration(value) : Duration.ZERO);
    }

    private static Duration duration(String value) {
        return value.startsWith("P") ? Duration.parse(value) : TimeUtils.toDuration(value);
    }

    private static Optional<String> problem(boolean isRight, String problem) {
        return isRight ? Optional.empty() : Optional.of(problem);
    }
}
