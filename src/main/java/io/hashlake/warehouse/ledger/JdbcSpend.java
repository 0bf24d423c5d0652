package io.hashlake.warehouse.ledger;

import io.hashlake.core.Budget;
import io.hashlake.core.Spend;
import io.hashlake.core.SpendLedger;
import io.hashlake.core.SpendTotals;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Ledger of what was read from X, in the table {@code ops.spend}. Safe for use by several threads, as far as the data
 * source is.
 */
public final class JdbcSpend implements SpendLedger {

    private static final String ADD = Sql.load("add-spend");
    private static final String TOTALS = Sql.load("spend-totals");
    private static final String BY_SOURCE = Sql.load("spend-by-source");

    private final DataSource dataSource;

    public JdbcSpend(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /** One statement, and so all of it or nothing. */
    @Override
    public void add(LocalDate day, Map<String, Spend> amounts) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            add(connection, day, amounts);
        } catch (SQLException e) {
            throw SqlErrors.outage("what was read from X cannot be counted in the warehouse", e);
        }
    }

    /**
     * Takes all that is wanted and puts back what is too much, in one transaction. The row that it begins with keeps other
     * processes waiting until it is over.
     */
    @Override
    public Reservation reserve(LocalDate day, long posts, Budget budget) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Reservation reservation = reserve(connection, day, posts, budget);
                connection.commit();
                return reservation;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw SqlErrors.outage("no posts can be reserved in the warehouse", e);
        }
    }

    private static Reservation reserve(Connection connection, LocalDate day, long posts, Budget budget)
            throws SQLException {
        reserve(connection, day, posts);
        SpendTotals taken = totals(connection, day);
        SpendTotals before = new SpendTotals(taken.today() - posts, taken.thisMonth() - posts);
        long granted = Math.min(posts, budget.left(before));
        reserve(connection, day, granted - posts);
        return new Reservation(granted, new SpendTotals(before.today() + granted, before.thisMonth() + granted));
    }

    private static void reserve(Connection connection, LocalDate day, long posts) throws SQLException {
        if (posts != 0) {
            add(connection, day, Map.of(RESERVED, new Spend(0, posts)));
        }
    }

    /** Sorted by source, so that all writers lock rows in the same order. */
    private static void add(Connection connection, LocalDate day, Map<String, Spend> amounts) throws SQLException {
        List<Map.Entry<String, Spend>> entries = List.copyOf(amounts.entrySet());
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, day);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", entries.stream().map(Map.Entry::getKey).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            entries.stream()
                                    .map(entry -> entry.getValue().requests())
                                    .toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            entries.stream()
                                    .map(entry -> entry.getValue().posts())
                                    .toArray()));
            insert.executeUpdate();
        }
    }

    private static SpendTotals totals(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOTALS)) {
            setDates(select, day, day.withDayOfMonth(1), day);
            ResultSet found = select.executeQuery();
            found.next();
            return new SpendTotals(found.getLong(1), found.getLong(2));
        }
    }

    /**
     * Returns what every source has read this month, by name.
     *
     * @param today the day in UTC
     * @throws IOException if the database cannot be reached; try again later
     */
    public List<SpendView> bySource(LocalDate today) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BY_SOURCE)) {
            setDates(select, today, today, today.withDayOfMonth(1), today);
            ResultSet found = select.executeQuery();
            List<SpendView> views = new ArrayList<>();
            while (found.next()) {
                views.add(new SpendView(found.getString(1), found.getLong(2), found.getLong(3), found.getLong(4)));
            }
            return views;
        } catch (SQLException e) {
            throw SqlErrors.outage("what was read from X cannot be read from the warehouse", e);
        }
    }

    private static void setDates(PreparedStatement statement, LocalDate... dates) throws SQLException {
        for (int i = 0; i < dates.length; i++) {
            statement.setObject(i + 1, dates[i]);
        }
    }
}
