package io.hashlake.app;

import io.hashlake.live.Feed;
import io.hashlake.live.Snapshots;
import io.hashlake.warehouse.analytics.Analytics;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The dashboard's feed. */
public final class LiveWiring {

    @Produces
    @Singleton
    Feed feed(Analytics analytics, Settings settings, Clock clock) {
        Snapshots snapshots = new Snapshots(
                analytics, () -> null, Wiring.followed(settings), settings.config().zone(), clock);
        return new Feed(snapshots, clock);
    }

    /** Before anything else, so that pages know at once that they have to wait for the next process. */
    void end(@Observes @Priority(1) ShutdownEvent event, Feed feed) {
        feed.close();
    }
}
