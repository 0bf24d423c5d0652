package io.hashlake.warehouse.partition;

import io.hashlake.core.AgedStore;
import io.hashlake.warehouse.jdbc.BoundStatement;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Partitions of the tables of posts, a month each. Every statement is a transaction of its own, so that whatever is cut short is
 * continued by the next run.
 */
public final class Partitions implements AgedStore {

    private static final List<String> TABLES = List.of("twitter.tweet", "twitter.tweet_hashtag");

    private static final String MAKE = Sql.load("make-partitions");
    private static final String BEGIN = Sql.load("begin-retention");
    private static final String MONTHS = Sql.load("drop-months");
    private static final List<String> ROWS =
            List.of(Sql.load("drop-posts"), Sql.load("drop-hashtag-facts"), Sql.load("drop-facts"));

    private final DataSource database;

    public Partitions(DataSource database) {
        this.database = database;
    }

    /**
     * Makes the partitions of this month and of the next three, and collects statistics of the tables as a whole, which PostgreSQL
     * does by itself for single partitions alone.
     *
     * @return what it did, for a person to read
     * @throws IOException if the database is unavailable, or a table was in use for too long; the next run continues
     */
    public String run() throws IOException {
        try (Connection connection = database.getConnection()) {
            long made = 0;
            for (String table : TABLES) {
                made += number(connection, MAKE, table);
            }
            connection.createStatement().execute("ANALYZE " + String.join(", ", TABLES));
            return made == 0 ? "nothing: the next months have theirs" : made + " partitions made";
        } catch (SQLException e) {
            throw SqlErrors.outage("partitions cannot be made", e);
        }
    }

    @Override
    public String store() {
        return "warehouse";
    }

    @Override
    public String unit() {
        return "post";
    }

    /** Drops all posts of months that ended before, with their facts; sums per hour stay. */
    @Override
    public long drop(Instant before) throws IOException {
        Timestamp keptFrom = Timestamp.from(YearMonth.from(before.atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC));
        try (Connection connection = database.getConnection()) {
            long posts = begin(connection, keptFrom);
            number(connection, MONTHS, keptFrom);
            for (String rows : ROWS) {
                dropAll(connection, rows, keptFrom);
            }
            return posts;
        } catch (SQLException e) {
            throw SqlErrors.outage("old posts cannot be dropped from the warehouse", e);
        }
    }

    /** From the end of this transaction on, no facts of earlier hours are built. */
    private static long begin(Connection connection, Timestamp keptFrom) throws SQLException {
        connection.setAutoCommit(false);
        try {
            connection.createStatement().execute("LOCK TABLE dw.build IN SHARE ROW EXCLUSIVE MODE");
            long posts = number(connection, BEGIN, keptFrom, keptFrom);
            connection.commit();
            return posts;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void dropAll(Connection connection, String rows, Timestamp keptFrom) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(rows)) {
            drop.setTimestamp(1, keptFrom);
            boolean isDone = false;
            while (!isDone) {
                isDone = drop.executeUpdate() == 0;
            }
        }
    }

    private static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = BoundStatement.of(connection, sql, parameters)) {
            ResultSet answer = statement.executeQuery();
            return answer.next() ? answer.getLong(1) : 0;
        }
    }
}
