package io.hashlake.warehouse.ledger;

import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import io.hashlake.core.spend.SpendItem;
import io.hashlake.core.spend.Used;
import io.hashlake.warehouse.jdbc.BoundStatement;
import io.hashlake.warehouse.jdbc.BoundStatement.RowReader;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the ledger of what was read from X, and keeps the comparisons with what X bills. */
public final class SpendReader {

    private static final String BY_SOURCE = Sql.load("spend-by-source");
    private static final String ITEMS = Sql.load("spend-items");
    private static final String PACE = Sql.load("spend-pace");
    private static final String COMPARISONS = Sql.load("spend-comparisons");
    private static final String COMPARE = Sql.load("put-spend-comparison");

    private final DataSource dataSource;

    public SpendReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Returns what every source has read this month, by name.
     *
     * @param today the day in UTC
     * @throws IOException if the database cannot be reached; try again later
     */
    public List<SpendView> bySource(LocalDate today) throws IOException {
        LocalDate first = today.withDayOfMonth(1);
        return rows(BY_SOURCE, SpendReader::view, today, today, today, first, today);
    }

    /**
     * Returns the ledger's lines, the newest day first.
     *
     * @param from first day, inclusive
     * @param to last day, exclusive
     * @throws IOException if the database cannot be reached; try again later
     */
    public List<SpendLine> lines(LocalDate from, LocalDate to, int most) throws IOException {
        return rows(ITEMS, SpendReader::line, from, to, most);
    }

    /**
     * Returns what was spent in an interval and the first day of it on which anything was; null where nothing was.
     *
     * @throws IOException if the database cannot be reached; try again later
     */
    public SpendPace pace(LocalDate from, LocalDate to) throws IOException {
        return rows(
                        PACE,
                        row -> new SpendPace(row.getObject(1, LocalDate.class), new Dollars(row.getLong(2))),
                        from,
                        to)
                .get(0);
    }

    /**
     * Returns the comparisons with what X bills, the newest day first.
     *
     * @throws IOException if the database cannot be reached; try again later
     */
    public List<SpendComparison> comparisons(LocalDate from, LocalDate to) throws IOException {
        return rows(COMPARISONS, SpendReader::comparison, from, to);
    }

    /**
     * Compares what X bills with what was counted, and keeps both.
     *
     * @param billed posts by day
     * @throws IOException if the database cannot be reached; try again later
     */
    public void compare(Map<LocalDate, Long> billed, Instant now) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement(COMPARE)) {
            List<LocalDate> days = List.copyOf(billed.keySet());
            put.setTimestamp(1, Timestamp.from(now));
            put.setArray(2, connection.createArrayOf("date", days.toArray()));
            put.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", days.stream().map(billed::get).toArray()));
            put.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("the comparison with what X bills cannot be stored in the warehouse", e);
        }
    }

    static IOException unreadable(SQLException problem) {
        return SqlErrors.outage("what was read from X cannot be read from the warehouse", problem);
    }

    private <T> List<T> rows(String sql, RowReader<T> reader, Object... parameters) throws IOException {
        try {
            return BoundStatement.rows(dataSource, sql, reader, parameters);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static SpendView view(ResultSet row) throws SQLException {
        return new SpendView(
                row.getString(1),
                row.getLong(2),
                new Used(row.getLong(3), Dollars.of(row.getBigDecimal(5))),
                new Used(row.getLong(4), Dollars.of(row.getBigDecimal(6))));
    }

    private static SpendLine line(ResultSet row) throws SQLException {
        SpendItem item = new SpendItem(row.getString(2), Resource.of(row.getString(3)), new Dollars(row.getLong(4)));
        return new SpendLine(row.getObject(1, LocalDate.class), item, row.getLong(5));
    }

    private static SpendComparison comparison(ResultSet row) throws SQLException {
        return new SpendComparison(
                row.getObject(1, LocalDate.class),
                row.getLong(2),
                row.getLong(3),
                row.getTimestamp(4).toInstant());
    }
}
