package io.hashlake.warehouse.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments as PostgreSQL keeps them: in microseconds. */
public final class Times {

    private Times() {}

    /** The moment as JDBC passes it to a {@code timestamptz}. */
    public static OffsetDateTime utc(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** Returns a column's moment; null where the column is null. */
    public static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Compares as the database does, so that memory and database agree on which observation is newer. */
    public static int compare(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.MICROS).compareTo(other.truncatedTo(ChronoUnit.MICROS));
    }
}
