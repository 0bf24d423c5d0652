package io.hashlake.live;

import io.hashlake.warehouse.analytics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The steps of a period, so that one without posts is seen as such.
 *
 * @param starts first moments, growing
 * @param end first moment after the last step
 */
record PeriodSteps(List<Instant> starts, Instant end) {

    static PeriodSteps upTo(Instant now, DashboardPeriod period, ZoneId zone) {
        int before = period.steps() - 1;
        if (period.interval() == Interval.DAY) {
            LocalDate today = now.atZone(zone).toLocalDate();
            return of(
                    period.steps(),
                    step -> today.plusDays(step - before).atStartOfDay(zone).toInstant());
        }
        Duration length = period.interval() == Interval.HOUR ? Duration.ofHours(1) : Duration.ofMinutes(1);
        Instant last = now.atZone(zone).truncatedTo(unit(period)).toInstant();
        return of(period.steps(), step -> last.plus(length.multipliedBy(step - before)));
    }

    private static PeriodSteps of(int steps, IntFunction<Instant> start) {
        return new PeriodSteps(IntStream.range(0, steps).mapToObj(start).toList(), start.apply(steps));
    }

    private static ChronoUnit unit(DashboardPeriod period) {
        return period.interval() == Interval.HOUR ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
    }

    Instant from() {
        return starts.get(0);
    }

    /** The step in which {@code moment} lies; −1 before the first one. A clock change may shift it from a step's start. */
    int stepOf(Instant moment) {
        int found = Collections.binarySearch(starts, moment);
        return found >= 0 ? found : -found - 2;
    }
}
