package io.hashlake.simulator.request;

import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.query.ParsedQuery;
import io.hashlake.simulator.query.QueryParser;
import io.hashlake.simulator.world.Folding;
import io.hashlake.tweet.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Query and range of a search or count.
 *
 * @param continuation where an earlier page ended; null for the first page
 * @param top id below which the first page begins
 * @param text all that a continuation is bound to
 */
public record Narrowing(ParsedQuery query, IdBounds window, PageToken continuation, long top, String text) {

    /** Recent search goes back so far. */
    public static final Duration RECENT = Duration.ofDays(7);

    private static final int LONGEST_RECENT_QUERY = 512;
    private static final int LONGEST_ARCHIVE_QUERY = 1_024;

    /**
     * Reads it from the parameters; throws {@link InvalidRequestException}.
     *
     * @param lag how long before now the end lies if none is given
     */
    public static Narrowing parse(RequestParameters parameters, Instant now, Duration lag, boolean isRecent) {
        refuseIdsBesideTimes(parameters);
        String text = identity(parameters, isRecent);
        IdBounds window = window(parameters, now, lag);
        if (isRecent) {
            refuseWhatIsTooOld(parameters, now.minus(RECENT));
            window = window.from(now.minus(RECENT));
        }
        PageToken continuation = continuation(parameters, text);
        return new Narrowing(
                query(parameters, isRecent ? LONGEST_RECENT_QUERY : LONGEST_ARCHIVE_QUERY, Folding.SEARCH),
                continuation == null ? window : window.below(continuation.below()),
                continuation,
                window.below(),
                text);
    }

    /** The query itself; throws {@link InvalidRequestException}. */
    public static ParsedQuery query(RequestParameters parameters) {
        return query(parameters, LONGEST_ARCHIVE_QUERY, Folding.SEARCH);
    }

    /** A query of up to so many characters; throws {@link InvalidRequestException}. */
    public static ParsedQuery query(RequestParameters parameters, int longest, Folding folding) {
        String text = parameters.text("query").orElse("");
        if (text.isBlank()) {
            throw new InvalidRequestException("query", text, "The `query` query parameter can not be empty");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InvalidRequestException(
                    "query", text, "The `query` query parameter is longer than " + longest + " characters");
        }
        try {
            return QueryParser.parse(text, folding);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    "query", text, "There were errors processing your request: " + e.getMessage());
        }
    }

    private static IdBounds window(RequestParameters parameters, Instant now, Duration lag) {
        Instant start = parameters.time("start_time").orElse(Instant.EPOCH);
        Instant end = parameters.time("end_time").orElse(now.minus(lag).plusMillis(1));
        if (parameters.has("end_time") && end.isAfter(now)) {
            throw parameters.invalid("end_time", "is in the future");
        }
        if (!start.isBefore(end)) {
            throw parameters.invalid("start_time", "is not before 'end_time'");
        }
        long since = parameters.id("since_id").orElse(0L);
        long until = parameters.id("until_id").orElse(Long.MAX_VALUE);
        if (since >= until) {
            throw parameters.invalid("since_id", "is not smaller than 'until_id'");
        }
        return new IdBounds(since, until).from(start).before(end);
    }

    private static void refuseIdsBesideTimes(RequestParameters parameters) {
        for (String id : FieldNames.names("since_id until_id")) {
            for (String time : FieldNames.names("start_time end_time")) {
                if (parameters.has(id) && parameters.has(time)) {
                    throw parameters.invalid(id, "cannot be used together with '" + time + "'");
                }
            }
        }
    }

    private static void refuseWhatIsTooOld(RequestParameters parameters, Instant oldest) {
        String minute = oldest.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z");
        parameters
                .id("since_id")
                .filter(id -> Snowflake.time(id).isBefore(oldest))
                .ifPresent(id -> {
                    throw new InvalidRequestException(
                            "since_id",
                            String.valueOf(id),
                            "'since_id' must be a tweet id created after " + minute
                                    + ". Please use a 'since_id' that is larger than " + Snowflake.firstAt(oldest));
                });
        for (String name : FieldNames.names("start_time end_time")) {
            parameters.time(name).filter(oldest::isAfter).ifPresent(time -> {
                throw new InvalidRequestException(
                        name, time.toString(), "'" + name + "' must be on or after " + minute + ".");
            });
        }
    }

    private static PageToken continuation(RequestParameters parameters, String text) {
        String name = parameters.has("pagination_token") ? "pagination_token" : "next_token";
        return parameters
                .text(name)
                .map(token -> PageToken.parse(token, text)
                        .orElseThrow(() -> parameters.invalid(name, "was not given out for this request")))
                .orElse(null);
    }

    private static String identity(RequestParameters parameters, boolean isRecent) {
        StringBuilder identity = new StringBuilder(isRecent ? "recent" : "all");
        for (String name : FieldNames.names("query since_id until_id start_time end_time")) {
            identity.append('\n').append(parameters.text(name).orElse(""));
        }
        return identity.toString();
    }
}
