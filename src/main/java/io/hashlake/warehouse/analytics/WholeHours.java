package io.hashlake.warehouse.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The whole hours inside a period, whose facts are counted by the hour already. None where {@code from} is not before
 * {@code to}.
 */
record WholeHours(Instant from, Instant to) {

    static WholeHours none(Instant at) {
        return new WholeHours(at, at);
    }

    /** Those of a period, given that facts are counted by the hours of a zone. */
    static WholeHours of(Instant from, Instant to, ZoneId zone) {
        Instant first = from.truncatedTo(ChronoUnit.HOURS);
        Instant start = first.equals(from) ? first : first.plus(1, ChronoUnit.HOURS);
        Instant end = to.truncatedTo(ChronoUnit.HOURS);
        boolean any = start.isBefore(end) && areWhole(Interval.HOUR.starts(start, end, zone));
        return any ? new WholeHours(start, end) : none(to);
    }

    /** Returns whether all moments are whole hours of UTC. */
    static boolean beginThem(List<Instant> moments) {
        return moments.stream().allMatch(moment -> moment.equals(moment.truncatedTo(ChronoUnit.HOURS)));
    }

    /** Returns whether the hours begin and end with those of UTC: not so in India. */
    static boolean areWhole(List<Instant> starts) {
        Instant first = starts.get(0);
        for (int i = 0; i < starts.size(); i++) {
            if (!starts.get(i).equals(first.truncatedTo(ChronoUnit.HOURS).plus(i, ChronoUnit.HOURS))) {
                return false;
            }
        }
        return true;
    }
}
