package io.hashlake.app;

import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.analytics.JdbcAnalytics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What answers questions about the stored posts. */
public final class AnalyticsWiring {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Produces
    @Singleton
    Analytics analytics(Database database) {
        return new JdbcAnalytics(database.source(), TIMEOUT);
    }
}
