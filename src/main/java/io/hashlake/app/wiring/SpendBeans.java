package io.hashlake.app.wiring;

import io.hashlake.core.Budget;
import io.hashlake.core.SpendTotals;
import io.hashlake.observability.Meters;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.x.spend.BudgetConfig;
import io.hashlake.x.spend.SpendGuard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Puts together what counts the posts that are read, and keeps their number within the budget. */
public final class SpendBeans {

    /** @throws IllegalArgumentException if it is smaller than the smallest page */
    @Produces
    @Singleton
    JdbcSpend ledger(Database database) {
        return new JdbcSpend(database.source());
    }

    @Produces
    @Singleton
    SpendGuard guard(BudgetConfig config, JdbcSpend ledger, Meters meters, Clock clock) {
        return new SpendGuard(budget(config), ledger, meters::spent, clock);
    }

    /** A budget that is used up takes nothing from readiness: it does what it was set for, and a person sees it here. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck spend(SpendGuard guard) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("budget").up();
            guard.totals().ifPresent(totals -> describe(guard.budget(), totals, response));
            guard.pausedUntil().ifPresent(until -> response.withData("paused", "until " + until));
            return response.build();
        };
    }

    private static Budget budget(BudgetConfig config) {
        return new Budget(
                config.postsPerDay().orElse(Budget.UNLIMITED.postsPerDay()),
                config.postsPerMonth().orElse(Budget.UNLIMITED.postsPerMonth()));
    }

    private static void describe(Budget budget, SpendTotals totals, HealthCheckResponseBuilder response) {
        response.withData("today", used(totals.today(), budget.postsPerDay()));
        response.withData("this month", used(totals.thisMonth(), budget.postsPerMonth()));
    }

    private static String used(long posts, long budget) {
        return posts + (budget == Long.MAX_VALUE ? " posts" : " of " + budget + " posts");
    }
}
