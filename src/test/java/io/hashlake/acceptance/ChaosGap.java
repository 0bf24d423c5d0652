package io.hashlake.acceptance;

import java.time.Instant;

/** An interval that was declared as perhaps missing. */
record ChaosGap(String source, Instant from, Instant to) {

    /** What {@link LakeReader#lines} made of a row. */
    static ChaosGap parse(String line) {
        String[] columns = line.split("\\|");
        return new ChaosGap(columns[0], Instant.parse(columns[1]), Instant.parse(columns[2]));
    }

    boolean covers(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
