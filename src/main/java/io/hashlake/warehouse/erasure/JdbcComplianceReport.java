package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.AuditedErasure;
import io.hashlake.core.erasure.ComplianceReport;
import io.hashlake.core.erasure.ComplianceStatus;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the audit in {@code ops.erasure} and the open batches in {@code ops.compliance_batch}. */
public final class JdbcComplianceReport implements ComplianceReport {

    private static final String STATUS = Sql.load("select-compliance-status");
    private static final String ERASURES = Sql.load("select-erasures");

    private final DataSource dataSource;

    public JdbcComplianceReport(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public ComplianceStatus status() throws IOException {
        return rows(STATUS, JdbcComplianceReport::status).get(0);
    }

    @Override
    public List<AuditedErasure> erasures(Instant from, Instant to, int most) throws IOException {
        return rows(ERASURES, JdbcComplianceReport::erasure, Times.utc(from), Times.utc(to), most);
    }

    private static ComplianceStatus status(ResultSet row) throws SQLException {
        return new ComplianceStatus(
                row.getLong("posts"), instant(row, "open_job_since"), instant(row, "pending_since"));
    }

    private static AuditedErasure erasure(ResultSet row) throws SQLException {
        return new AuditedErasure(
                row.getLong("id"),
                row.getString("reason"),
                instant(row, "requested_at"),
                row.getLong("posts"),
                row.getLong("removed"),
                instant(row, "erased_at"),
                instant(row, "verified_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, RowReader<T> reader, Object... values) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            ResultSet found = select.executeQuery();
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reader.read(found));
            }
            return rows;
        } catch (SQLException e) {
            throw SqlErrors.outage("what was erased cannot be read from the warehouse", e);
        }
    }
}
