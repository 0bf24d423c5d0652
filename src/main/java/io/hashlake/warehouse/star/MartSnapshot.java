package io.hashlake.warehouse.star;

import io.hashlake.warehouse.jdbc.BoundStatement;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The star schema at one moment: everything that is read of it fits together. Not for several threads at once. */
public final class MartSnapshot implements AutoCloseable {

    private static final String BEGIN = Sql.load("begin-snapshot");
    private static final String CHANGED = Sql.load("select-changed-marts");

    /** Rows in memory at once. */
    private static final int FETCHED = 5_000;

    private final Connection connection;
    private final List<StarTable> tables;
    private final MartChanges changes;

    /** Takes rows. */
    @FunctionalInterface
    public interface Target {

        /** @param values in the order of the columns */
        void add(Object[] values) throws IOException;
    }

    MartSnapshot(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement begin = connection.createStatement()) {
            begin.execute(BEGIN);
        }
        tables = StarTables.of(connection);
        changes = readChanges();
    }

    /** The tables that are exported, dimensions first. */
    public List<StarTable> tables() {
        return tables;
    }

    /** Returns the changes since the last export. */
    public MartChanges changes() {
        return changes;
    }

    private MartChanges readChanges() throws SQLException {
        List<Long> ids = new ArrayList<>();
        SortedSet<Integer> dates = new TreeSet<>();
        try (Statement select = connection.createStatement();
                ResultSet found = select.executeQuery(CHANGED)) {
            while (found.next()) {
                ids.add(found.getLong(1));
                dates.add(found.getInt(2));
            }
        }
        return new MartChanges(ids, dates);
    }

    /** Every day of which there are facts. */
    public SortedSet<Integer> dates() throws IOException {
        String query = tables.stream()
                .filter(StarTable::isByDay)
                .map(table -> "SELECT " + StarTable.DAY + " FROM " + name(table))
                .collect(Collectors.joining(" UNION "));
        SortedSet<Integer> dates = new TreeSet<>();
        try (Statement select = connection.createStatement();
                ResultSet found = select.executeQuery(query)) {
            while (found.next()) {
                dates.add(found.getInt(1));
            }
            return dates;
        } catch (SQLException e) {
            throw SqlErrors.outage("the days of the star schema cannot be read", e);
        }
    }

    /** All rows, in the order of their keys. */
    public void rows(StarTable table, Target target) throws IOException {
        read(table, "", List.of(), target);
    }

    /**
     * A day's rows, in the order of their keys. Whatever the reporting zone, a day's hours lie between the day before and the
     * day after in UTC, which lets the database use its index by hour.
     */
    public void rows(StarTable table, int date, Target target) throws IOException {
        OffsetDateTime midnight = LocalDate.parse(Integer.toString(date), DateTimeFormatter.BASIC_ISO_DATE)
                .atStartOfDay()
                .atOffset(ZoneOffset.UTC);
        String condition = " WHERE " + StarTable.DAY + " = ? AND hour >= ? AND hour < ?";
        read(table, condition, List.of(date, midnight.minusDays(1), midnight.plusDays(2)), target);
    }

    private void read(StarTable table, String condition, List<?> parameters, Target target) throws IOException {
        try (PreparedStatement select = BoundStatement.of(connection, query(table, condition), parameters.toArray())) {
            select.setFetchSize(FETCHED);
            ResultSet found = select.executeQuery();
            StarRow row = new StarRow(table);
            while (found.next()) {
                target.add(row.values(found));
            }
        } catch (SQLException e) {
            throw SqlErrors.outage(name(table) + " cannot be read", e);
        }
    }

    private static String query(StarTable table, String condition) {
        String columns = table.columns().stream().map(StarTable.Column::name).collect(Collectors.joining(", "));
        String order = table.key().isEmpty() ? "" : " ORDER BY " + String.join(", ", table.key());
        return "SELECT " + columns + " FROM " + name(table) + condition + order;
    }

    private static String name(StarTable table) {
        return StarTables.SCHEMA + "." + table.name();
    }

    @Override
    public void close() throws IOException {
        try (Connection closing = connection) {
            closing.rollback();
            closing.setAutoCommit(true);
        } catch (SQLException e) {
            throw SqlErrors.outage("the star schema cannot be read", e);
        }
    }
}
