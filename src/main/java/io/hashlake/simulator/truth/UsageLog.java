package io.hashlake.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Number of posts read on each day, in UTC. */
public final class UsageLog {

    private static final int DAYS_KEPT = 90;

    private final TreeMap<LocalDate, Long> postsByDay = new TreeMap<>();

    synchronized void add(Instant at, long posts) {
        postsByDay.merge(day(at), posts, Long::sum);
        if (postsByDay.size() > DAYS_KEPT) {
            postsByDay.pollFirstEntry();
        }
    }

    /** The last days up to today, oldest first, those without any included. */
    public synchronized Map<LocalDate, Long> days(Instant now, int days) {
        Map<LocalDate, Long> usage = new LinkedHashMap<>();
        for (int back = days - 1; back >= 0; back--) {
            LocalDate day = day(now).minusDays(back);
            usage.put(day, postsByDay.getOrDefault(day, 0L));
        }
        return usage;
    }

    public synchronized long thisMonth(Instant now) {
        return postsByDay.tailMap(day(now).withDayOfMonth(1)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
