package io.hashlake.dynamodb;

import java.time.Instant;

/** Length of the periods, in UTC, in which a user's posts are counted. */
public enum CountPeriod {
    HOUR("2026-11-22T12"),
    DAY("2026-11-22"),
    MONTH("2026-11"),
    YEAR("2026");

    private final int length;

    CountPeriod(String example) {
        length = example.length();
    }

    /** Returns the period of a moment: the part that all its times begin with. */
    String of(Instant time) {
        return ItemTimes.text(time).substring(0, length);
    }
}
