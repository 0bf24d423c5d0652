package io.hashlake.x.client;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Posts that the project has read of its monthly cap.
 *
 * @param cap posts that may be read a month
 * @param used posts read so far
 * @param capResetDay as X gives it; its documents call it the days that are left, its answers look like a day of the month
 * @param days posts read by day, as served
 */
public record Usage(String projectId, long cap, long used, OptionalInt capResetDay, List<Day> days) {

    /** Posts read on the day that starts then, UTC. */
    public record Day(Instant date, long posts) {}

    public Usage {
        days = List.copyOf(days);
    }
}
