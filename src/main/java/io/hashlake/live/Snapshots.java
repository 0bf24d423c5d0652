package io.hashlake.live;

import io.hashlake.tweet.Hashtag;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.Counts;
import io.hashlake.warehouse.analytics.HashtagCounts;
import io.hashlake.warehouse.analytics.Interval;
import io.hashlake.warehouse.analytics.Overview;
import io.hashlake.warehouse.analytics.Selection;
import io.hashlake.warehouse.analytics.SeriesCounts;
import io.hashlake.warehouse.analytics.Totals;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;

/** Puts snapshots together from what the warehouse answers. */
public final class Snapshots {

    private static final int MAX_HASHTAGS = 16;
    private static final int MAX_AUTHORS = 10;
    private static final int MAX_POSTS = 6;
    private static final int MAX_LANGUAGES = 8;
    private static final int MAX_CO_OCCURRING = 8;
    private static final Duration PACE = Duration.ofMinutes(5);
    private static final int PACE_STEPS = 30;

    private final Analytics analytics;
    private final Situations situations;
    private final RouteReport routes;
    private final Comparison comparison;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone the reporting zone
     */
    public Snapshots(Analytics analytics, ObligationReport obligations, RouteReport routes, ZoneId zone, Clock clock) {
        this.analytics = analytics;
        this.situations = new Situations(analytics, obligations, routes, clock);
        this.routes = routes;
        this.comparison = new Comparison(analytics, this::followed);
        this.zone = zone;
        this.clock = clock;
    }

    private List<String> followed() {
        return routes.followed().stream().map(Hashtag::canonical).distinct().toList();
    }

    /** @throws IOException if the warehouse is unavailable */
    Snapshot of(View view) throws IOException {
        Instant now = clock.instant();
        PeriodSteps timeline = PeriodSteps.upTo(now, view.period(), zone);
        Selection selection = new Selection(view.hashtags(), timeline.from(), timeline.end());
        List<HashtagCounts> top = analytics.hashtagCounts(everything(selection), MAX_HASHTAGS);
        Overview overview = analytics.overview(selection, MAX_AUTHORS);
        List<SeriesCounts> points =
                analytics.seriesCounts(selection, view.period().interval(), zone);
        return new Snapshot(
                now,
                zone.getId(),
                view.period().id(),
                timeline.from(),
                view.hashtags(),
                followed(),
                view.hashtags().size() > 1 ? overview.totals() : summed(points, overview.totals()),
                comparison.with(view, timeline.from(), now),
                pace(view, now),
                Series.of(view, timeline, points),
                top,
                view.hashtags().isEmpty() ? top : analytics.hashtagCounts(selection, MAX_HASHTAGS),
                overview.authors(),
                analytics.topPosts(selection, MAX_POSTS),
                analytics.languageCounts(selection, MAX_LANGUAGES),
                view.hashtags().isEmpty() ? List.of() : analytics.coOccurring(selection, MAX_CO_OCCURRING),
                situations.latest());
    }

    /**
     * Answers may be of different moments, seconds apart: what the chart's steps add up to is taken from them. Of several
     * hashtags they do not add up, because a post may have two.
     */
    private static Totals summed(List<SeriesCounts> points, Totals asked) {
        long posts = sum(points, Counts::posts);
        return new Totals(
                posts,
                Math.min(asked.authors(), posts),
                asked.reach(),
                asked.engagement(),
                sum(points, Counts::negative),
                sum(points, Counts::neutral),
                sum(points, Counts::positive),
                asked.meanPolarity());
    }

    private static long sum(List<SeriesCounts> points, ToLongFunction<Counts> what) {
        return points.stream().map(SeriesCounts::totals).mapToLong(what).sum();
    }

    private static Selection everything(Selection selection) {
        return new Selection(List.of(), selection.from(), selection.to());
    }

    private Pace pace(View view, Instant now) throws IOException {
        long latest = analytics
                .totals(new Selection(view.hashtags(), now.minus(PACE), now))
                .posts();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Instant first = minute.minus(Duration.ofMinutes(PACE_STEPS - 1));
        Selection recent = new Selection(view.hashtags(), first, minute.plus(Duration.ofMinutes(1)));
        long[] minutes = new long[PACE_STEPS];
        analytics
                .seriesCounts(recent, Interval.MINUTE, zone)
                .forEach(point ->
                        minutes[(int) Duration.between(first, point.start()).toMinutes()] +=
                                point.totals().posts());
        return new Pace(latest / (double) PACE.toMinutes(), minutes);
    }
}
