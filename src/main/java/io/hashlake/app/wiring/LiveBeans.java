package io.hashlake.app.wiring;

import io.hashlake.api.SpendBySource;
import io.hashlake.app.settings.Settings;
import io.hashlake.core.erasure.ComplianceReport;
import io.hashlake.core.erasure.ComplianceStatus;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.PeriodSpend;
import io.hashlake.live.CycleSpend;
import io.hashlake.live.Feed;
import io.hashlake.live.ObligationReport;
import io.hashlake.live.RouteReport;
import io.hashlake.live.Snapshots;
import io.hashlake.live.SpendToday;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.warehouse.analytics.Analytics;
import io.hashlake.warehouse.ledger.SpendStatement;
import io.hashlake.warehouse.ledger.SpendView;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dashboard's feed. */
public final class LiveBeans {

    @Produces
    @Singleton
    Feed feed(Analytics analytics, ObligationReport obligations, RouteReport routes, Settings settings, Clock clock) {
        ZoneId zone = settings.of(PipelineConfig.class).zone();
        Snapshots snapshots = new Snapshots(analytics, obligations, routes, zone, clock);
        return new Feed(snapshots, clock);
    }

    @Produces
    @Singleton
    ObligationReport obligations(SpendBySource sources, SpendStatement statement, ComplianceReport compliance) {
        return new ObligationReport() {
            @Override
            public SpendToday spend() throws IOException {
                return LiveBeans.spend(sources, statement);
            }

            @Override
            public ComplianceStatus removals() throws IOException {
                return compliance.status();
            }
        };
    }

    private static SpendToday spend(SpendBySource sources, SpendStatement statement) throws IOException {
        Map<BudgetPeriod, PeriodSpend> periods =
                statement.periods().stream().collect(Collectors.toMap(PeriodSpend::period, Function.identity()));
        PeriodSpend today = periods.get(BudgetPeriod.DAY);
        return new SpendToday(
                today.used().posts(),
                sources.now().stream().mapToLong(SpendView::requestsToday).sum(),
                today.budgetPosts(),
                today.used().dollars().decimal(),
                cycle(periods.get(BudgetPeriod.CYCLE)));
    }

    private static CycleSpend cycle(PeriodSpend cycle) {
        Dollars budget = cycle.budgetDollars();
        return new CycleSpend(
                cycle.used().dollars().decimal(),
                cycle.forecast().decimal(),
                budget == null ? null : budget.decimal(),
                cycle.next());
    }

    /** Before anything else, so that pages know at once that they have to wait for the next process. */
    void end(@Observes @Priority(1) ShutdownEvent event, Feed feed) {
        feed.close();
    }
}
