package io.hashlake.warehouse.sink;

import io.hashlake.warehouse.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

/** The UTC hours whose posts a commit has changed: {@code ops.changed_hour} gets a row for each. */
final class ChangedHours {

    private static final String INSERT = Sql.load("insert-changed-hours");

    private final Set<Long> seconds = new TreeSet<>();

    /** The hour of this moment. */
    void add(Instant time) {
        seconds.add(time.truncatedTo(ChronoUnit.HOURS).getEpochSecond());
    }

    void addAll(ChangedHours others) {
        seconds.addAll(others.seconds);
    }

    /** The moments in the only column of the rows. */
    void addAll(ResultSet found) throws SQLException {
        while (found.next()) {
            add(found.getObject(1, OffsetDateTime.class).toInstant());
        }
    }

    void insert(Connection connection) throws SQLException {
        if (seconds.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("bigint", seconds.toArray()));
            insert.executeUpdate();
        }
    }
}
