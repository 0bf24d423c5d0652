package io.hashlake.warehouse.star;

import io.hashlake.warehouse.jdbc.ExportedValues;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out what tables the star schema has: facts and dimensions, by their names. */
final class StarTables {

    static final String SCHEMA = "dw";

    private StarTables() {}

    /** Dimensions first. */
    static List<StarTable> of(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        List<StarTable> tables = new ArrayList<>();
        try (ResultSet found = metadata.getTables(null, SCHEMA, null, new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (name.startsWith("dim_") || name.startsWith("fact_")) {
                    tables.add(table(metadata, name, text(found)));
                }
            }
        }
        return tables;
    }

    private static StarTable table(DatabaseMetaData metadata, String name, String doc) throws SQLException {
        boolean isByDay = name.startsWith("fact_");
        List<StarTable.Column> columns = new ArrayList<>();
        try (ResultSet found = metadata.getColumns(null, SCHEMA, name, null)) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                if (found.getString("TABLE_NAME").equals(name) && !(isByDay && column.equals(StarTable.DAY))) {
                    columns.add(column(found, name));
                }
            }
        }
        return new StarTable(name, doc, columns, key(metadata, name), isByDay);
    }

    private static StarTable.Column column(ResultSet found, String table) throws SQLException {
        String name = found.getString("COLUMN_NAME");
        String type = found.getString("TYPE_NAME").replace("serial", "int").replace("bigint", "int8");
        Class<?> values = ExportedValues.type(type)
                .orElseThrow(() ->
                        new IllegalStateException("the column " + name + " of " + SCHEMA + "." + table + " is of type "
                                + type + ", which is not exported; those that are: " + ExportedValues.types()));
        boolean nullable = found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        return new StarTable.Column(name, values, nullable, text(found));
    }

    private static String text(ResultSet found) throws SQLException {
        String remarks = found.getString("REMARKS");
        return remarks == null ? "" : remarks;
    }

    private static List<String> key(DatabaseMetaData metadata, String table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet found = metadata.getPrimaryKeys(null, SCHEMA, table)) {
            while (found.next()) {
                key.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }
}
