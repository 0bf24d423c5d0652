package io.hashlake.dataset.load;

import io.hashlake.lake.marts.MartColumn;
import io.hashlake.lake.marts.MartTable;
import io.hashlake.lake.marts.MartWriter;
import io.hashlake.lake.marts.Marts;
import io.hashlake.warehouse.jdbc.ExportedValues;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies reports into the lake as Parquet, where their query or any dataset has changed since they were last copied. */
final class ReportExport implements AutoCloseable {

    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    private static final String DUE = """
            WITH r AS (
                SELECT name, exported, md5(sql) || ':' || (SELECT max(id) FROM ops.dataset_file) AS present
                FROM ops.dataset_report)
            SELECT r.name, r.present, coalesce(obj_description(to_regclass('dataset.' || quote_ident(r.name))), '')
            FROM r
            WHERE r.exported IS DISTINCT FROM r.present AND r.present IS NOT NULL
              AND r.name = ANY (?)
            ORDER BY r.name""";

    private static final String NOTE = "UPDATE ops.dataset_report SET exported = ? WHERE name = ?";

    /** Rows in memory at once. */
    private static final int FETCHED = 5_000;

    private final Transactions transactions;
    private final Marts marts;

    ReportExport(Transactions transactions, Marts marts) {
        this.transactions = transactions;
        this.marts = marts;
    }

    /**
     * Exports those that are due.
     *
     * @param names of the reports that are declared
     * @return how many were exported; none where another process exports them
     * @throws IOException if database or lake cannot be reached; the next call does it
     */
    int run(List<String> names) throws IOException {
        if (due(names).isEmpty()) {
            return 0;
        }
        Map<String, String> exported = new LinkedHashMap<>();
        marts.replace(writer -> exported.putAll(copy(names, writer)));
        transactions.run("the export of reports cannot be noted", connection -> {
            note(connection, exported);
            return null;
        });
        return exported.size();
    }

    private Map<String, String> due(List<String> names) throws IOException {
        return transactions.run("the reports cannot be read", connection -> states(due(connection, names)));
    }

    private Map<String, String> copy(List<String> names, MartWriter writer) throws IOException {
        return transactions.run("the reports cannot be read", connection -> {
            try (Statement begin = connection.createStatement()) {
                begin.execute(SNAPSHOT);
            }
            List<DueReport> due = due(connection, names);
            for (DueReport report : due) {
                copy(connection, report, writer);
            }
            return states(due);
        });
    }

    private record DueReport(String name, String state, String description) {}

    private static Map<String, String> states(List<DueReport> due) {
        Map<String, String> states = new LinkedHashMap<>();
        due.forEach(report -> states.put(report.name(), report.state()));
        return states;
    }

    private static List<DueReport> due(Connection connection, List<String> names) throws SQLException {
        List<DueReport> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            ResultSet found = select.executeQuery();
            while (found.next()) {
                due.add(new DueReport(found.getString(1), found.getString(2), found.getString(3)));
            }
        }
        return due;
    }

    private static void copy(Connection connection, DueReport report, MartWriter writer)
            throws SQLException, IOException {
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(FETCHED);
            ResultSet found = select.executeQuery("SELECT * FROM " + Names.table(report.name()));
            MartTable table =
                    new MartTable(report.name(), report.description(), columns(report.name(), found.getMetaData()));
            writer.replace(table, target -> {
                try {
                    while (found.next()) {
                        target.add(values(found, table));
                    }
                } catch (SQLException e) {
                    throw SqlErrors.outage("the report " + report.name() + " cannot be read", e);
                }
            });
        }
    }

    private static List<MartColumn> columns(String report, ResultSetMetaData found) throws SQLException {
        List<MartColumn> columns = new ArrayList<>();
        for (int i = 1; i <= found.getColumnCount(); i++) {
            String type = found.getColumnTypeName(i);
            String name = found.getColumnLabel(i);
            Class<?> values = ExportedValues.type(type)
                    .orElseThrow(() -> new IllegalArgumentException("the report " + report + " has a column " + name
                            + " of type " + type + ", which is not exported; cast it to one of "
                            + String.join(", ", ExportedValues.types())));
            columns.add(new MartColumn(name, values, true, ""));
        }
        return columns;
    }

    private static Object[] values(ResultSet row, MartTable table) throws SQLException {
        Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ExportedValues.read(row, i + 1, table.columns().get(i).type());
        }
        return values;
    }

    private static void note(Connection connection, Map<String, String> exported) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            for (Map.Entry<String, String> report : exported.entrySet()) {
                note.setString(1, report.getValue());
                note.setString(2, report.getKey());
                note.addBatch();
            }
            note.executeBatch();
        }
    }

    @Override
    public void close() {
        marts.close();
    }
}
