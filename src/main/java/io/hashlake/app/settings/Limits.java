package io.hashlake.app.settings;

import io.hashlake.app.config.BudgetConfig;
import io.hashlake.app.config.SqlConfig;
import io.hashlake.core.Budget;
import io.hashlake.warehouse.sql.SqlLimits;

/** Limits as they are configured. Each method throws an IllegalArgumentException where one is out of its range. */
public final class Limits {

    private static final long MIN_MEMORY = 32 << 20;

    private Limits() {}

    public static SqlLimits sql(SqlConfig sql) {
        if (sql.memory() < MIN_MEMORY) {
            throw new IllegalArgumentException("memory = " + sql.memory() + ": allowed is " + MIN_MEMORY + " or more");
        }
        return new SqlLimits(sql.timeout(), sql.rows(), sql.bytes(), sql.concurrency());
    }

    public static Budget posts(BudgetConfig config) {
        return new Budget(
                config.postsPerDay().orElse(Budget.UNLIMITED.postsPerDay()),
                config.postsPerMonth().orElse(Budget.UNLIMITED.postsPerMonth()));
    }
}
