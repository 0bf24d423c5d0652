package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.runtime.WarehouseLogin;
import io.hashlake.app.settings.Settings;
import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetLimit;
import io.hashlake.core.spend.BudgetLimit.Unit;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.SpendTotals;
import io.hashlake.core.spend.Used;
import io.hashlake.warehouse.jdbc.DatabaseState;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.x.spend.BudgetConfig;
import io.hashlake.x.spend.SpendTerms;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The warehouse, and what it says was read from X. */
final class DatabaseChecks {

    private static final Finding NOT_RUNNING =
            Finding.ok("the embedded PostgreSQL is not running; Hashlake starts it with itself");

    private final Settings settings;
    private final Clock clock;
    private final Duration limit;

    DatabaseChecks(Settings settings, Clock clock, Duration deadline) {
        this.settings = settings;
        this.clock = clock;
        this.limit = deadline.dividedBy(2);
    }

    Stream<Check> all() {
        return settings.deployment().needsDatabase()
                ? Stream.of(new Check("warehouse", this::warehouse), new Check("spend", this::spend))
                : Stream.empty();
    }

    private Finding warehouse() throws IOException {
        Optional<WarehouseLogin> login = WarehouseLogin.of(settings);
        if (login.isEmpty()) {
            return NOT_RUNNING;
        }
        String location = login.get().location();
        try {
            return state(location, DatabaseState.read(login.get().dataSource(limit)));
        } catch (IOException e) {
            return Finding.failure(
                    location + ": " + e.getMessage(), "start the database, or correct hashlake.warehouse.*");
        }
    }

    static Finding state(String location, DatabaseState state) {
        String found = location + ": PostgreSQL " + state.version();
        if (state.major() < DatabaseState.MIN_MAJOR) {
            return Finding.failure(found, "PostgreSQL " + DatabaseState.MIN_MAJOR + " or newer is needed");
        }
        if (state.migration().isEmpty()) {
            return Finding.ok(found + ", without tables; the first start makes them");
        }
        int migration = state.migration().getAsInt();
        String migrated = found + ", migration " + migration + " of " + DatabaseState.NEWEST_MIGRATION;
        if (state.hasFailure()) {
            return Finding.failure(migrated + ", one has failed", "restore a backup, or see ops.flyway_schema_history");
        }
        if (migration > DatabaseState.NEWEST_MIGRATION) {
            return Finding.failure(migrated, "a newer Hashlake has written this database: use that one");
        }
        return migration < DatabaseState.NEWEST_MIGRATION
                ? Finding.warning(migrated, "the next start applies the others: make a backup first")
                : Finding.ok(migrated);
    }

    private Finding spend() throws IOException {
        Optional<WarehouseLogin> login = WarehouseLogin.of(settings);
        if (login.isEmpty()) {
            return NOT_RUNNING;
        }
        Budget budget = SpendTerms.of(settings.of(BudgetConfig.class)).budget();
        try {
            JdbcSpend ledger = new JdbcSpend(login.get().dataSource(limit));
            return spend(ledger.totals(BillingCycle.dayOf(clock.instant()), budget.cycle()), budget);
        } catch (IOException e) {
            return Finding.warning("not known: " + e.getMessage(), "see the check of the warehouse");
        }
    }

    private static Finding spend(SpendTotals totals, Budget budget) {
        String found = Stream.of(BudgetPeriod.values())
                .map(period -> "this " + period.noun() + " " + of(period, totals, budget))
                .collect(Collectors.joining(", "));
        return budget.limits().stream().anyMatch(limit -> limit.left(totals) <= 0)
                ? Finding.warning(found, "sources pause until the period is over, or hashlake.budget.* is raised")
                : Finding.ok(found);
    }

    private static String of(BudgetPeriod period, SpendTotals totals, Budget budget) {
        Used used = totals.of(period);
        String posts = used.posts() + most(budget.limit(period, Unit.POSTS)) + " posts";
        return posts + " for " + used.dollars() + most(budget.limit(period, Unit.DOLLARS));
    }

    private static String most(Optional<BudgetLimit> limit) {
        return limit.map(found -> " of " + (found.unit() == Unit.POSTS ? found.most() : new Dollars(found.most())))
                .orElse("");
    }
}
