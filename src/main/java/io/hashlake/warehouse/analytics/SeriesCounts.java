package io.hashlake.warehouse.analytics;

import java.time.Instant;

/**
 * Number of posts in one step of a series.
 *
 * @param hashtag null in the series of all posts
 * @param start the step's first moment
 */
public record SeriesCounts(String hashtag, Instant start, Counts totals) {

    static SeriesCounts of(SeriesPoint point) {
        return new SeriesCounts(point.hashtag(), point.start(), Counts.of(point.totals()));
    }
}
