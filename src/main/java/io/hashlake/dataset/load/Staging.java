package io.hashlake.dataset.load;

import io.hashlake.dataset.csv.DatasetFile;
import io.hashlake.dataset.csv.DatasetRow;
import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.DatasetColumn;
import io.hashlake.dataset.declaration.Datasets;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of one file on their way into the table of their dataset. */
final class Staging {

    private static final String TABLE = "pg_temp.dataset_rows";

    private final Connection connection;
    private final Dataset dataset;
    private final List<DatasetColumn> columns;

    /** @param columns those that the file has */
    Staging(Connection connection, Dataset dataset, List<DatasetColumn> columns) {
        this.connection = connection;
        this.dataset = dataset;
        this.columns = columns;
    }

    /** Takes rejected rows. */
    @FunctionalInterface
    interface Rejections {
        void add(DatasetRow row) throws IOException;
    }

    /** Copies the rows that can be loaded, and returns how many rows there were in all. */
    long copy(DatasetFile file, Rejections rejections) throws SQLException, IOException {
        execute("SET LOCAL work_mem TO '64MB'");
        execute("CREATE TEMPORARY TABLE dataset_rows (line bigint NOT NULL, " + declared() + ") ON COMMIT DROP");
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + TABLE + " FROM STDIN WITH (ENCODING 'UTF8')");
        try {
            long rows = copy(file, new CopyText(copy), rejections);
            copy.endCopy();
            execute("ANALYZE " + TABLE);
            return rows;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private String declared() {
        return columns.stream()
                .map(column ->
                        Names.column(column.name()) + " " + column.format().sqlType())
                .collect(Collectors.joining(", "));
    }

    private static long copy(DatasetFile file, CopyText text, Rejections rejections) throws SQLException, IOException {
        long rows = 0;
        for (DatasetRow row = file.next(); row != null; row = file.next()) {
            rows++;
            if (row.isRejected()) {
                rejections.add(row);
            } else {
                text.row(row.line(), row.values());
            }
        }
        text.flush();
        return rows;
    }

    /** Removes rows that refer to nothing, and returns the reason for each by its line. */
    SortedMap<Long, String> removeUnreferenced(Datasets datasets) throws SQLException {
        SortedMap<Long, String> reasons = new TreeMap<>();
        for (DatasetColumn column : referring()) {
            Dataset target = column.references().flatMap(datasets::named).orElseThrow();
            String name = Names.column(column.name());
            String delete = "DELETE FROM " + TABLE + " r WHERE " + name + " IS NOT NULL AND NOT EXISTS (SELECT FROM "
                    + Names.table(target.name()) + " t WHERE t." + Names.list(target.keyColumns()) + " = r." + name
                    + ") RETURNING line, " + name + "::text";
            collect(
                    delete,
                    reasons,
                    value -> "column " + column.header() + ": '" + value + "' is not in " + target.name());
        }
        return reasons;
    }

    private List<DatasetColumn> referring() {
        return columns.stream()
                .filter(column -> column.references().isPresent())
                .toList();
    }

    /** Removes rows whose key an earlier row has, and returns the reason for each by its line. */
    SortedMap<Long, String> removeRepeated() throws SQLException {
        String key = Names.list(dataset.keyColumns());
        String same = dataset.key().stream()
                .map(Names::column)
                .map(name -> "r." + name + " = f." + name)
                .collect(Collectors.joining(" AND "));
        String delete = "WITH f AS (SELECT " + key + ", min(line) AS first FROM " + TABLE + " GROUP BY " + key
                + " HAVING count(*) > 1) DELETE FROM " + TABLE + " r USING f WHERE " + same
                + " AND r.line > f.first RETURNING r.line, f.first::text";
        SortedMap<Long, String> reasons = new TreeMap<>();
        collect(
                delete,
                reasons,
                first -> "column " + String.join(", ", dataset.key()) + ": has the key of line " + first);
        return reasons;
    }

    private void collect(String delete, SortedMap<Long, String> reasons, UnaryOperator<String> reason)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet removed = statement.executeQuery(delete)) {
            while (removed.next()) {
                reasons.put(removed.getLong(1), reason.apply(removed.getString(2)));
            }
        }
    }

    /** Adds the rows to the table, or changes those with their keys; returns how many rows of the table are not as before. */
    long merge() throws SQLException {
        List<DatasetColumn> others = columns.stream()
                .filter(column -> !dataset.key().contains(column.name()))
                .toList();
        String insert = "INSERT INTO " + Names.table(dataset.name()) + " AS t (" + Names.list(columns) + ") SELECT "
                + Names.list(columns) + " FROM " + TABLE + " ON CONFLICT (" + Names.list(dataset.keyColumns())
                + ") DO ";
        return execute(insert + (others.isEmpty() ? "NOTHING" : update(others)));
    }

    private static String update(List<DatasetColumn> others) {
        return "UPDATE SET "
                + others.stream()
                        .map(column -> Names.column(column.name()))
                        .map(name -> name + " = excluded." + name)
                        .collect(Collectors.joining(", "))
                + " WHERE (" + Names.list("t.", others) + ") IS DISTINCT FROM (" + Names.list("excluded.", others)
                + ")";
    }

    private long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getLargeUpdateCount();
        }
    }
}
