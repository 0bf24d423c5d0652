package io.hashlake.warehouse.analytics;

/** The steps of a series. */
public enum Interval {
    MINUTE,
    HOUR,
    DAY
}
