package io.hashlake.simulator.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from where a client wants to have the stream. */
final class SubscribeRequest {

    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");

    private SubscribeRequest() {}

    /** Now without a cursor or with one in the future; never before what is retained. */
    static Instant begin(String head, Instant now, Duration retention) {
        Matcher cursor = CURSOR.matcher(head.substring(0, head.indexOf('\n')));
        if (!cursor.find()) {
            return now;
        }
        Instant asked = Instant.EPOCH.plus(Long.parseLong(cursor.group(1)), ChronoUnit.MICROS);
        Instant oldest = now.minus(retention);
        if (asked.isAfter(now)) {
            return now;
        }
        return asked.isBefore(oldest) ? oldest : asked;
    }
}
