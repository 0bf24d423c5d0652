package io.hashlake.app.wiring;

import io.hashlake.app.runtime.SpendComparing;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.SpendTotals;
import io.hashlake.core.spend.Used;
import io.hashlake.observability.Meters;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.warehouse.ledger.SpendReader;
import io.hashlake.warehouse.ledger.SpendStatement;
import io.hashlake.x.client.XClient;
import io.hashlake.x.spend.BudgetConfig;
import io.hashlake.x.spend.SpendGuard;
import io.hashlake.x.spend.SpendTerms;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Puts together what counts the posts that are read, and keeps their number within the budget. */
public final class SpendBeans {

    @Produces
    @Singleton
    JdbcSpend ledger(Database database) {
        return new JdbcSpend(database.source());
    }

    @Produces
    @Singleton
    SpendReader reader(Database database) {
        return new SpendReader(database.source());
    }

    @Produces
    @Singleton
    SpendTerms terms(BudgetConfig config) {
        return SpendTerms.of(config);
    }

    @Produces
    @Singleton
    SpendStatement statement(JdbcSpend ledger, SpendReader reader, SpendTerms terms, Clock clock) {
        return new SpendStatement(ledger, reader, terms.budget(), clock);
    }

    @Produces
    @Singleton
    SpendGuard guard(SpendTerms terms, JdbcSpend ledger, Meters meters, Clock clock) {
        return new SpendGuard(terms, ledger, meters::spent, clock);
    }

    @Produces
    @Singleton
    SpendComparing comparing(XClient x, SpendReader reader, Clock clock) {
        return new SpendComparing(x::usage, reader, clock);
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

    private static void describe(Budget budget, SpendTotals totals, HealthCheckResponseBuilder response) {
        budget.limits()
                .forEach(limit -> response.withData(
                        limit.unit().label() + " per " + limit.period().noun(), used(limit, totals)));
    }

    private static String used(BudgetLimit limit, SpendTotals totals) {
        Used used = totals.of(limit.period());
        return limit.unit() == BudgetLimit.Unit.POSTS
                ? used.posts() + " of " + limit.most()
                : used.dollars() + " of " + new Dollars(limit.most());
    }
}
