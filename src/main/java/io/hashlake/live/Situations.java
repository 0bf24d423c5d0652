package io.hashlake.live;

import io.hashlake.core.Origins;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.GapView;
import io.hashlake.warehouse.analytics.SourceView;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Looks at the system at most once in a while, however many views ask. */
final class Situations {

    private static final Duration EVERY = Duration.ofMillis(1_500);
    private static final Duration PAST = Duration.ofDays(30);
    private static final int MAX_GAPS = 100;
    private static final int SHOWN_GAPS = 12;

    private final Analytics analytics;
    private final ObligationReport obligations;
    private final RouteReport routes;
    private final Clock clock;
    private Situation latest;
    private Instant takenAt = Instant.MIN;

    Situations(Analytics analytics, ObligationReport obligations, RouteReport routes, Clock clock) {
        this.analytics = analytics;
        this.obligations = obligations;
        this.routes = routes;
        this.clock = clock;
    }

    synchronized Situation latest() throws IOException {
        Instant now = clock.instant();
        if (latest == null || !now.isBefore(takenAt.plus(EVERY))) {
            latest = new Situation(
                    followed(),
                    gaps(now),
                    routes.troubles(),
                    routes.refused(),
                    obligations.spend(),
                    obligations.removals(),
                    routes.canFollow());
            takenAt = now;
        }
        return latest;
    }

    /** Without the files that were read, and without what was removed: they are done, not late. */
    private List<SourceView> followed() throws IOException {
        return analytics.sources().stream()
                .filter(source -> source.followed() && !Origins.isFile(source.source()))
                .toList();
    }

    /** Returns the gaps, open ones first. */
    private List<GapView> gaps(Instant now) throws IOException {
        return analytics.gaps(now.minus(PAST), now.plusSeconds(1), MAX_GAPS).stream()
                .sorted(Comparator.comparing(gap -> !gap.state().equals("open")))
                .limit(SHOWN_GAPS)
                .toList();
    }
}
