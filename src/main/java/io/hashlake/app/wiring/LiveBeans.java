package io.hashlake.app.wiring;

import io.hashlake.api.SpendBySource;
import io.hashlake.app.settings.Settings;
import io.hashlake.live.Feed;
import io.hashlake.live.RouteReport;
import io.hashlake.live.Snapshots;
import io.hashlake.live.SpendToday;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.ledger.SpendView;
import io.hashlake.x.spend.BudgetConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** The dashboard's feed. */
public final class LiveBeans {

    @Produces
    @Singleton
    Feed feed(Analytics analytics, SpendBySource spend, RouteReport routes, Settings settings, Clock clock) {
        Long allowed = settings.of(BudgetConfig.class).postsPerDay().orElse(null);
        ZoneId zone = settings.of(PipelineConfig.class).zone();
        Snapshots snapshots = new Snapshots(analytics, () -> today(spend, allowed), routes, zone, clock);
        return new Feed(snapshots, clock);
    }

    private static SpendToday today(SpendBySource spend, Long allowedPosts) throws IOException {
        List<SpendView> sources = spend.now();
        return new SpendToday(
                sources.stream().mapToLong(SpendView::postsToday).sum(),
                sources.stream().mapToLong(SpendView::requestsToday).sum(),
                allowedPosts);
    }

    /** Before anything else, so that pages know at once that they have to wait for the next process. */
    void end(@Observes @Priority(1) ShutdownEvent event, Feed feed) {
        feed.close();
    }
}
