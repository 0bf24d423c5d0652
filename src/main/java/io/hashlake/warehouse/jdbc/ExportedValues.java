package io.hashlake.warehouse.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Values of rows that are copied into files. */
public final class ExportedValues {

    /** By PostgreSQL's names. */
    private static final Map<String, Class<?>> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("int2", Integer.class),
            Map.entry("int4", Integer.class),
            Map.entry("int8", Long.class),
            Map.entry("float4", Float.class),
            Map.entry("float8", Double.class),
            Map.entry("numeric", Double.class),
            Map.entry("bool", Boolean.class),
            Map.entry("text", String.class),
            Map.entry("varchar", String.class),
            Map.entry("bpchar", String.class),
            Map.entry("date", LocalDate.class),
            Map.entry("timestamptz", Instant.class)));

    /** Start of a row that has always been valid: files can hold times of the years 1 to 9999. */
    private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

    private ExportedValues() {}

    /** Class of the values of that type of PostgreSQL's; empty if it is not exported. */
    public static Optional<Class<?>> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** Names of the types that are exported, for a message. */
    public static Set<String> types() {
        return TYPES.keySet();
    }

    /** Returns the value at a place of the row, which is null or of that type. */
    public static Object read(ResultSet row, int place, Class<?> type) throws SQLException {
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
