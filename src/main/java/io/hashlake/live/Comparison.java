package io.hashlake.live;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.GapTime;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds what came before a period, where it was followed all that time. */
final class Comparison {

    /** Lengths are rounded to such a part of the period, so that an answer lasts for more than one snapshot. */
    private static final int GRAINS = 360;

    /** Part of the time that may lie in gaps: less than a whole percent shows. */
    private static final int TOLERATED = 200;

    private static final int MAX_GAPS = 1_000;
    private static final String CLOSED = "closed";

    private final Analytics analytics;
    private final Supplier<List<String>> followed;

    /** @param followed canonical forms */
    Comparison(Analytics analytics, Supplier<List<String>> followed) {
        this.analytics = analytics;
        this.followed = followed;
    }

    Before with(View view, Instant from, Instant now) throws IOException {
        Duration length =
                rounded(Duration.between(from, now), view.period().length().dividedBy(GRAINS));
        Instant start = from.minus(length);
        boolean isComparable = wasFollowed(view, start) && isWhole(start, now, length);
        Selection selection = new Selection(view.hashtags(), start, from);
        return new Before(start, from, isComparable ? analytics.totals(selection) : null);
    }

    private static Duration rounded(Duration length, Duration grain) {
        return grain.multipliedBy(length.plus(grain.dividedBy(2)).dividedBy(grain));
    }

    /** A post from before shows it. Where all posts are watched, or hashtags that came along, everything followed counts. */
    private boolean wasFollowed(View view, Instant start) throws IOException {
        boolean isItself = !view.hashtags().isEmpty() && followed.get().containsAll(view.hashtags());
        List<String> needed = isItself
                ? view.hashtags()
                : Stream.concat(followed.get().stream(), view.hashtags().stream())
                        .distinct()
                        .toList();
        return analytics.begun(needed).filter(begun -> !begun.isAfter(start)).isPresent();
    }

    private boolean isWhole(Instant start, Instant now, Duration length) throws IOException {
        List<GapView> unfilled = analytics.gaps(start, now, MAX_GAPS).stream()
                .filter(gap -> !gap.state().equals(CLOSED))
                .toList();
        Duration missing = GapTime.within(start, now, unfilled);
        return missing.multipliedBy(TOLERATED).compareTo(length) <= 0;
    }
}
