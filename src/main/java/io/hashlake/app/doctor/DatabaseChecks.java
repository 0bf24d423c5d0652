package io.hashlake.app.doctor;

import io.hashlake.app.doctor.Check.Finding;
import io.hashlake.app.runtime.WarehouseLogin;
import io.hashlake.app.settings.Settings;
import io.hashlake.warehouse.jdbc.DatabaseState;
import io.hashlake.warehouse.ledger.JdbcSpend;
import io.hashlake.warehouse.ledger.SpendView;
import io.hashlake.x.spend.BudgetConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
                ? Stream.of(new Check("warehouse", this::warehouse), new Check("posts read", this::spend))
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
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return spend(new JdbcSpend(login.get().dataSource(limit)).bySource(today));
        } catch (IOException e) {
            return Finding.warning("not known: " + e.getMessage(), "see the check of the warehouse");
        }
    }

    private Finding spend(List<SpendView> sources) {
        long today = sources.stream().mapToLong(SpendView::postsToday).sum();
        long month = sources.stream().mapToLong(SpendView::postsThisMonth).sum();
        BudgetConfig budget = settings.of(BudgetConfig.class);
        String found = "today " + of(today, budget.postsPerDay()) + ", this month " + of(month, budget.postsPerMonth());
        boolean isOver = isOver(today, budget.postsPerDay()) || isOver(month, budget.postsPerMonth());
        return isOver
                ? Finding.warning(found, "sources pause until the day or month is over, or hashlake.budget.* is raised")
                : Finding.ok(found);
    }

    private static String of(long posts, Optional<Long> allowed) {
        return posts + allowed.map(most -> " of " + most).orElse("");
    }

    private static boolean isOver(long posts, Optional<Long> allowed) {
        return allowed.filter(most -> posts >= most).isPresent();
    }
}
