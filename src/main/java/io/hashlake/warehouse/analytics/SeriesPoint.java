package io.hashlake.warehouse.analytics;

import java.time.Instant;

/**
 * One step of a series.
 *
 * @param hashtag null in the series of all posts
 * @param start the step's first moment
 */
public record SeriesPoint(String hashtag, Instant start, Totals totals) {}
