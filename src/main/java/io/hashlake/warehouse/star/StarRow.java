package io.hashlake.warehouse.star;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads a row's values as the table's columns have them. */
record StarRow(StarTable table) {

    /** Start of a row that has always been valid: files can hold times of the years 1 to 9999. */
    private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

    Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i + 1, table.columns().get(i).type());
        }
        return values;
    }

    private static Object value(ResultSet row, int place, Class<?> type) throws SQLException {
        if (type == Instant.class) {
            return instant(row.getObject(place, OffsetDateTime.class));
        }
        if (type == LocalDate.class) {
            return row.getObject(place, LocalDate.class);
        }
        if (type == String.class) {
            return row.getString(place);
        }
        Object value = primitive(row, place, type);
        return row.wasNull() ? null : value;
    }

    private static Object primitive(ResultSet row, int place, Class<?> type) throws SQLException {
        if (type == Long.class) {
            return row.getLong(place);
        }
        if (type == Integer.class) {
            return row.getInt(place);
        }
        if (type == Boolean.class) {
            return row.getBoolean(place);
        }
        return type == Float.class ? (Object) row.getFloat(place) : (Object) row.getDouble(place);
    }

    /** The driver gives infinite times as the first and the last it has. */
    private static Instant instant(OffsetDateTime time) {
        if (time == null) {
            return null;
        }
        Instant instant = time.toInstant();
        if (instant.isBefore(ALWAYS)) {
            return ALWAYS;
        }
        return instant.isAfter(FOREVER) ? FOREVER : instant;
    }
}
