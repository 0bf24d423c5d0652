package io.hashlake.live;

import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.SeriesCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts and their sentiments over time, as columns of equal length with one value per step.
 *
 * @param lines one per hashtag, in the order of the selection, or a single one for all posts
 * @param negative over all lines: a post with two of the hashtags counts in both
 */
record Series(
        Interval interval, List<Instant> starts, List<Line> lines, long[] negative, long[] neutral, long[] positive) {

    /** Posts a step; the hashtag is null for all posts. */
    record Line(String hashtag, long[] posts) {}

    static Series of(View view, PeriodSteps timeline, List<SeriesCounts> points) {
        int steps = timeline.starts().size();
        Map<String, long[]> lines = new LinkedHashMap<>();
        view.hashtags().forEach(hashtag -> lines.put(hashtag, new long[steps]));
        if (lines.isEmpty()) {
            lines.put(null, new long[steps]);
        }
        Series series = new Series(
                view.period().interval(),
                timeline.starts(),
                new ArrayList<>(),
                new long[steps],
                new long[steps],
                new long[steps]);
        points.forEach(point -> series.add(point, timeline.stepOf(point.start()), lines));
        lines.forEach((hashtag, posts) -> series.lines.add(new Line(hashtag, posts)));
        return series;
    }

    private void add(SeriesCounts point, int step, Map<String, long[]> byHashtag) {
        long[] posts = byHashtag.get(point.hashtag());
        if (posts == null || step < 0) {
            return;
        }
        posts[step] += point.totals().posts();
        negative[step] += point.totals().negative();
        neutral[step] += point.totals().neutral();
        positive[step] += point.totals().positive();
    }
}
