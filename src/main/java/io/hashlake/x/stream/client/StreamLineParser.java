package io.hashlake.x.stream.client;

import io.hashlake.x.client.ApiError;
import io.hashlake.x.client.RequestResult;
import io.hashlake.x.client.StatisticsParser;
import io.hashlake.x.json.MalformedPageException;
import io.hashlake.x.json.PageParser;
import io.hashlake.x.json.StreamLine;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Parses a stream's lines, and finds out where one says that the stream is over. Threads may share it. */
public final class StreamLineParser {

    private static final Set<String> ISSUES = Set.of(
            "operational_disconnect",
            "upstream_operational_disconnect",
            "force_disconnect",
            "upstream_unclean_disconnect",
            "slow_reader",
            "internal_error",
            "client_application_state_degraded",
            "invalid_rules",
            "too_many_connections",
            "rule_configuration_issue",
            "rules_invalid_issue",
            "provisioning_subscription");

    private final PageParser pages = new PageParser();
    private final StatisticsParser problems = new StatisticsParser();

    /**
     * Parses one line.
     *
     * @param json UTF-8
     * @param origin whose line it is, as rejected pieces carry it
     * @throws MalformedPageException if there is no post to be had from it
     * @throws StreamBrokenException if it says that X is about to end the stream: nothing more is to be expected
     */
    public StreamLine parse(byte[] json, String origin, Instant receivedAt)
            throws MalformedPageException, StreamBrokenException {
        StreamLine line = pages.parseStreamLine(json, origin, receivedAt);
        if (line.tweets().isEmpty() && line.rejected().isEmpty()) {
            ApiError problem = problems.problem(json);
            throwIfOver(problem);
            throw new MalformedPageException("the line holds no post"
                    + (problem.description().isEmpty() ? "" : ", but says: " + problem.description()));
        }
        return line;
    }

    private static void throwIfOver(ApiError problem) throws StreamBrokenException {
        boolean over = !problem.issue().isEmpty()
                || problem.isOfType("operational-disconnect")
                || problem.isOfType("streaming-connection");
        if (over) {
            String reason = problem.issue() + (problem.description().isEmpty() ? "" : ", " + problem.description());
            throw new StreamBrokenException(type(problem.issue()), RequestResult.tidy(reason));
        }
    }

    private static String type(String issue) {
        String type = issue.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return ISSUES.contains(type) ? type : "unknown";
    }
}
