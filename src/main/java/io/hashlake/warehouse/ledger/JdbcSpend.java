package io.hashlake.warehouse.ledger;

import io.hashlake.core.spend.BillingCycle;
import io.hashlake.core.spend.Budget;
import io.hashlake.core.spend.BudgetPeriod;
import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.core.spend.SpendLedger;
import io.hashlake.core.spend.SpendTotals;
import io.hashlake.core.spend.Used;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Ledger of what was read from X, in the table {@code ops.spend_item}. Safe for use by several threads, as far as the data
 * source is.
 */
public final class JdbcSpend implements SpendLedger {

    private static final String ADD = Sql.load("add-spend");
    private static final String TOTALS = Sql.load("spend-totals");

    /** Any number, for processes that reserve at the same time. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(6013540312845)";

    private final DataSource dataSource;

    public JdbcSpend(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /** One statement, and so all of it or nothing. */
    @Override
    public void add(LocalDate day, Map<SpendItem, Long> amounts) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            add(connection, day, amounts);
        } catch (SQLException e) {
            throw SqlErrors.outage("what was read from X cannot be counted in the warehouse", e);
        }
    }

    /** Those who reserve wait for each other, on whatever day. Those who add only lower what is reserved meanwhile. */
    @Override
    public Reservation reserve(LocalDate day, long posts, Dollars price, Budget budget) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute(LOCK);
                SpendTotals before = totals(connection, day, budget.cycle(), "");
                long granted = Math.max(0, Math.min(posts, budget.left(before, price)));
                if (granted > 0) {
                    add(connection, day, Map.of(SpendLedger.reserved(price), granted));
                }
                connection.commit();
                return new Reservation(granted, before.plus(new Used(granted, price.times(granted))));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw SqlErrors.outage("no posts can be reserved in the warehouse", e);
        }
    }

    /**
     * Returns what was read in the periods of a day, without what is reserved.
     *
     * @throws IOException if the database cannot be reached; try again later
     */
    public SpendTotals totals(LocalDate day, BillingCycle cycle) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            return totals(connection, day, cycle, RESERVED);
        } catch (SQLException e) {
            throw SpendReader.unreadable(e);
        }
    }

    /** Sorted, so that all writers lock rows in the same order. */
    private static void add(Connection connection, LocalDate day, Map<SpendItem, Long> amounts) throws SQLException {
        List<Map.Entry<SpendItem, Long>> entries =
                amounts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, day);
            insert.setArray(2, connection.createArrayOf("text", column(entries, SpendItem::source)));
            insert.setArray(3, connection.createArrayOf("text", column(entries, item -> item.resource()
                    .label())));
            insert.setArray(4, connection.createArrayOf("bigint", column(entries, item -> item.price()
                    .micros())));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "bigint", entries.stream().map(Map.Entry::getValue).toArray()));
            insert.executeUpdate();
        }
    }

    private static Object[] column(List<Map.Entry<SpendItem, Long>> entries, Function<SpendItem, Object> value) {
        return entries.stream().map(Map.Entry::getKey).map(value).toArray();
    }

    /** @param without a source to leave out */
    private static SpendTotals totals(Connection connection, LocalDate day, BillingCycle cycle, String without)
            throws SQLException {
        Map<BudgetPeriod, Used> totals = new EnumMap<>(BudgetPeriod.class);
        try (PreparedStatement select = connection.prepareStatement(TOTALS)) {
            select.setArray(1, periods(connection, "text", BudgetPeriod::name));
            select.setArray(2, periods(connection, "date", period -> cycle.first(period, day)));
            select.setArray(3, periods(connection, "date", period -> cycle.next(period, day)));
            select.setString(4, without);
            ResultSet found = select.executeQuery();
            while (found.next()) {
                totals.put(
                        BudgetPeriod.valueOf(found.getString(1)),
                        new Used(found.getLong(2), new Dollars(found.getLong(3))));
            }
        }
        return new SpendTotals(totals);
    }

    private static Array periods(Connection connection, String type, Function<BudgetPeriod, Object> value)
            throws SQLException {
        return connection.createArrayOf(
                type, Stream.of(BudgetPeriod.values()).map(value).toArray());
    }
}
