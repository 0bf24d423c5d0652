package io.hashlake.warehouse.analytics;

import java.time.Instant;
import java.util.List;

/** Limits of a query on the warehouse. */
public final class Limits {

    public static final int MAX_ROWS = 1_000;

    /** Points of a series, those without posts included. */
    public static final int MAX_POINTS = 20_000;

    public static final int MAX_HASHTAGS = 50;

    /** Characters of a hashtag, a name or words to look for. */
    public static final int LONGEST_TEXT = 500;

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Limits() {}

    static int rows(int limit) {
        if (limit < 1 || limit > MAX_ROWS) {
            throw new IllegalArgumentException("the limit " + limit + " is not between 1 and " + MAX_ROWS);
        }
        return limit;
    }

    static void period(Instant from, Instant to) {
        moment(from);
        moment(to);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "the period from " + from + " to " + to + " is empty: 'from' comes before 'to'");
        }
    }

    static void moment(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("the time " + time + " is not between " + EARLIEST + " and " + LATEST);
        }
    }

    /** The hashtags, once each and sorted. */
    static List<String> hashtags(List<String> hashtags) {
        hashtags.forEach(hashtag -> text("hashtag", hashtag));
        List<String> distinct = hashtags.stream().distinct().sorted().toList();
        if (distinct.size() > MAX_HASHTAGS) {
            throw new IllegalArgumentException(distinct.size() + " hashtags are more than " + MAX_HASHTAGS);
        }
        return distinct;
    }

    /** The text, or null where nothing is in it. */
    static String optional(String what, String text) {
        return text == null || text.isBlank() ? null : text(what, text.strip());
    }

    private static String text(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "the " + what + " is blank or longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }
}
