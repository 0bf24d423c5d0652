package io.hashlake.app.wiring;

import io.hashlake.thread.DaemonThreads;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.JdbcAnalytics;
import io.hashlake.warehouse.analytics.cache.CachedAnalytics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Beans that answer questions about the stored posts. */
public final class AnalyticsBeans {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Produces
    @Singleton
    Analytics analytics(Database database, Clock clock) {
        return new CachedAnalytics(new JdbcAnalytics(database.source(), TIMEOUT), clock, background());
    }

    private static Executor background() {
        return Executors.newFixedThreadPool(2, new DaemonThreads("analytics"));
    }
}
