package io.hashlake.warehouse.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The steps of a series. */
public enum Interval {
    MINUTE(ChronoUnit.MINUTES),
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    /** Clocks are put forward and back by multiples of it. */
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final ChronoUnit unit;

    Interval(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Of most steps: days on which clocks change are shorter or longer. */
    public Duration length() {
        return unit.getDuration();
    }

    /** About how many steps a period has: days of 23 or 25 hours count as any. */
    public long steps(Instant from, Instant to) {
        return Duration.between(from, to).dividedBy(unit.getDuration()) + 1;
    }

    /** The first moments of all steps that touch the period, by the zone's clocks. */
    List<Instant> starts(Instant from, Instant to, ZoneId zone) {
        List<Instant> starts = new ArrayList<>();
        for (Instant start = start(from, zone); start.isBefore(to); start = next(start, zone)) {
            starts.add(start);
        }
        return starts;
    }

    private Instant start(Instant time, ZoneId zone) {
        return this == DAY
                ? time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
                : time.atZone(zone).truncatedTo(unit).toInstant();
    }

    private Instant next(Instant start, ZoneId zone) {
        if (this == DAY) {
            LocalDate day = start.atZone(zone).toLocalDate();
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
        Instant later = start.plus(unit.getDuration());
        while (!start(later, zone).isAfter(start)) {
            later = later.plus(QUARTER);
        }
        return start(later, zone);
    }
}
