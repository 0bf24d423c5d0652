package io.hashlake.acceptance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the lake as an analyst would, with DuckDB. */
final class LakeReader implements AutoCloseable {

    private final Path lake;
    private final Connection duckdb;

    LakeReader(Path lake) throws SQLException {
        this.lake = lake;
        this.duckdb = DriverManager.getConnection("jdbc:duckdb:");
    }

    /** Every row as {@code hashtag/id}, as often as it stands there. */
    List<String> rows() throws SQLException {
        return strings("select hashtag || '/' || id from " + tweets() + " order by 1");
    }

    long count() throws SQLException {
        boolean isEmpty = strings("select file from glob('" + lake + "/tweets/*/*/*.parquet') limit 1")
                .isEmpty();
        return isEmpty
                ? 0
                : Long.parseLong(
                        strings("select count(*)::varchar from " + tweets()).get(0));
    }

    /** The first column of a query. */
    List<String> strings(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Every row of a query, its columns in one line. */
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return lines(rows);
        }
    }

    /** The names of a query's columns in one line, and then its rows. */
    String table(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                names.add(rows.getMetaData().getColumnLabel(column));
            }
            return String.join("|", names) + "\n" + String.join("\n", lines(rows));
        }
    }

    static List<String> lines(ResultSet rows) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                line.append(column == 1 ? "" : "|").append(rows.getString(column));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A mart, to select from. */
    String mart(String table) {
        return "read_parquet('" + lake + "/marts/" + table + "/**/*.parquet', hive_partitioning = true)";
    }

    /** What to select from. */
    String tweets() {
        return "read_parquet('" + lake
                + "/tweets/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)";
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }
}
