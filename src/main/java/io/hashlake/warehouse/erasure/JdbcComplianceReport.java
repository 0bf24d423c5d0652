package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.AuditedErasure;
import io.hashlake.core.erasure.ComplianceReport;
import io.hashlake.core.erasure.ComplianceStatus;
import io.hashlake.warehouse.jdbc.BoundStatement;
import io.hashlake.warehouse.jdbc.BoundStatement.RowReader;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
                row.getLong("posts"), Times.at(row, "open_job_since"), Times.at(row, "pending_since"));
    }

    private static AuditedErasure erasure(ResultSet row) throws SQLException {
        return new AuditedErasure(
                row.getLong("id"),
                row.getString("reason"),
                Times.at(row, "requested_at"),
                row.getLong("posts"),
                row.getLong("removed"),
                Times.at(row, "erased_at"),
                Times.at(row, "verified_at"));
    }

    private <T> List<T> rows(String sql, RowReader<T> reader, Object... values) throws IOException {
        try {
            return BoundStatement.rows(dataSource, sql, reader, values);
        } catch (SQLException e) {
            throw SqlErrors.outage("what was erased cannot be read from the warehouse", e);
        }
    }
}
