package io.hashlake.live;

import io.hashlake.warehouse.analytics.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Time range of the dashboard and the number of its steps, the current one included. */
enum DashboardPeriod {
    HOUR("1h", Interval.MINUTE, 60),
    DAY("24h", Interval.HOUR, 24),
    WEEK("7d", Interval.HOUR, 168),
    MONTH("30d", Interval.DAY, 30);

    private final String id;
    private final Interval interval;
    private final int steps;

    DashboardPeriod(String id, Interval interval, int steps) {
        this.id = id;
        this.interval = interval;
        this.steps = steps;
    }

    /** @throws IllegalArgumentException if no period has this id; the message lists those that there are */
    static DashboardPeriod of(String id) {
        return Arrays.stream(values())
                .filter(period -> period.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("period: allowed are "
                        + Arrays.stream(values()).map(DashboardPeriod::id).collect(Collectors.joining(", "))));
    }

    String id() {
        return id;
    }

    Interval interval() {
        return interval;
    }

    Duration length() {
        return interval.length().multipliedBy(steps);
    }

    int steps() {
        return steps;
    }
}
