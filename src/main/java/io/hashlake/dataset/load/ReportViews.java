package io.hashlake.dataset.load;

import io.hashlake.dataset.declaration.DatasetReport;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;

/** Makes a view of each report. */
final class ReportViews {

    private static final String NOTE = """
            INSERT INTO ops.dataset_report (name, sql) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET sql = excluded.sql""";

    private final Connection connection;
    private final List<String> problems;

    /** @param problems takes what the database says of a report's query */
    ReportViews(Connection connection, List<String> problems) {
        this.connection = connection;
        this.problems = problems;
    }

    /** Reports come after the tables, and each after those it may read. */
    void apply(List<DatasetReport> reports) throws SQLException {
        execute("SET LOCAL search_path TO dataset, public");
        for (DatasetReport report : reports) {
            apply(report);
        }
    }

    private void apply(DatasetReport report) throws SQLException {
        String create = " VIEW " + Names.table(report.name()) + " AS\n" + report.sql();
        try {
            attempt("CREATE OR REPLACE" + create);
        } catch (SQLException replacing) {
            recreate(report, create);
        }
    }

    /** A view that has other columns than before cannot be replaced. */
    private void recreate(DatasetReport report, String create) throws SQLException {
        try {
            attempt("DROP VIEW IF EXISTS " + Names.table(report.name()), "CREATE" + create);
        } catch (SQLException e) {
            problems.add(report.location() + ": report " + report.name() + ": " + SqlErrors.describe(e));
        }
    }

    private void attempt(String... statements) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            for (String statement : statements) {
                execute(statement);
            }
        } catch (SQLException e) {
            connection.rollback(before);
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Notes the queries, and says of each view what it shows. */
    void note(List<DatasetReport> reports) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            for (DatasetReport report : reports) {
                note.setString(1, report.name());
                note.setString(2, report.sql());
                note.addBatch();
                execute("COMMENT ON VIEW " + Names.table(report.name()) + " IS " + Names.literal(report.description()));
            }
            note.executeBatch();
        }
    }
}
