package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.ComplianceBatch;
import io.hashlake.core.erasure.ComplianceLedger;
import io.hashlake.core.erasure.ComplianceResult;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.warehouse.erasure.Tombstone.Kind;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** Passes over the stored posts, in the tables {@code ops.compliance_round} and {@code ops.compliance_batch}. */
public final class JdbcCompliance implements ComplianceLedger {

    private static final String OPEN = Sql.load("select-open-batch");
    private static final String BEGIN_ROUND = Sql.load("begin-round");
    private static final String NEXT = Sql.load("insert-batch-of-round");
    private static final String IDS = Sql.load("select-ids-of-batch");
    private static final String SET_JOB = Sql.load("set-job-of-batch");
    private static final String APPLY = Sql.load("apply-batch");

    private final DataSource dataSource;
    private final ErasureLedger erasures;
    private final Clock clock;

    public JdbcCompliance(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.erasures = new ErasureLedger(dataSource, clock);
        this.clock = clock;
    }

    @Override
    public Optional<ComplianceBatch> open() throws IOException {
        return query(OPEN, JdbcCompliance::batch);
    }

    @Override
    public Optional<ComplianceBatch> next(Duration interval, int size) throws IOException {
        OffsetDateTime now = Times.utc(clock.instant());
        update(BEGIN_ROUND, now, now, now.minus(interval));
        return query(NEXT, JdbcCompliance::batch, size, now);
    }

    @Override
    public ErasedIds ids(ComplianceBatch batch) throws IOException {
        return query(IDS, JdbcCompliance::ids, batch.first(), batch.last());
    }

    @Override
    public void submitted(ComplianceBatch batch, String job) throws IOException {
        update(SET_JOB, job, batch.number());
    }

    @Override
    public void failed(ComplianceBatch batch) throws IOException {
        update(SET_JOB, null, batch.number());
    }

    @Override
    public void apply(ComplianceBatch batch, List<ComplianceResult> results) throws IOException {
        erasures.set(
                "compliance", results.stream().map(JdbcCompliance::tombstone).toList());
        update(APPLY, Times.utc(clock.instant()), (long) results.size(), batch.number());
    }

    private static Tombstone tombstone(ComplianceResult result) {
        Kind kind = result.isPlaceAlone() ? Kind.PLACE : Kind.POST;
        return new Tombstone(kind, result.post(), result.reason());
    }

    private static Optional<ComplianceBatch> batch(ResultSet found) throws SQLException {
        return found.next()
                ? Optional.of(new ComplianceBatch(
                        found.getLong("number"),
                        found.getLong("first_id"),
                        found.getLong("last_id"),
                        Optional.ofNullable(found.getString("job"))))
                : Optional.empty();
    }

    private static ErasedIds ids(ResultSet found) throws SQLException {
        LongStream.Builder ids = LongStream.builder();
        while (found.next()) {
            ids.add(found.getLong(1));
        }
        return ErasedIds.of(ids.build());
    }

    /** Makes something of rows. */
    @FunctionalInterface
    private interface Rows<T> {
        T read(ResultSet found) throws SQLException;
    }

    private <T> T query(String sql, Rows<T> rows, Object... values) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = statement(connection, sql, values)) {
            return rows.read(statement.executeQuery());
        } catch (SQLException e) {
            throw SqlErrors.outage("the compliance batches cannot be read from the warehouse", e);
        }
    }

    private void update(String sql, Object... values) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = statement(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("the compliance batches cannot be written to the warehouse", e);
        }
    }

    private static PreparedStatement statement(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
