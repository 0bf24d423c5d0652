package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.ComplianceBatch;
import io.hashlake.core.erasure.ComplianceLedger;
import io.hashlake.core.erasure.ComplianceResult;
import io.hashlake.core.erasure.ErasedIds;
import io.hashlake.warehouse.erasure.Tombstone.Kind;
import io.hashlake.warehouse.jdbc.BoundStatement;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** Passes over the stored posts and accounts, in the tables {@code ops.compliance_round} and {@code ops.compliance_batch}. */
public final class JdbcCompliance implements ComplianceLedger {

    private static final String OPEN = Sql.load("select-open-batch");
    private static final String SET_JOB = Sql.load("set-job-of-batch");
    private static final String APPLY = Sql.load("apply-batch");

    private static final Map<ComplianceBatch.Kind, CheckedTable> TABLES = Map.of(
            ComplianceBatch.Kind.POST, CheckedTable.of("post", "twitter.tweet"),
            ComplianceBatch.Kind.USER, CheckedTable.of("user", "twitter.\"user\""));

    private final DataSource dataSource;
    private final ErasureLedger erasures;
    private final StoredIds stored;
    private final Clock clock;

    public JdbcCompliance(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.erasures = new ErasureLedger(dataSource, clock);
        this.stored = new StoredIds(dataSource);
        this.clock = clock;
    }

    /** Table that holds what is checked, with the statements over it. */
    private record CheckedTable(String beginRound, String next, String ids) {

        static CheckedTable of(String kind, String stored) {
            Map<String, String> texts = Map.of("kind", kind, "stored", stored);
            return new CheckedTable(
                    Sql.load("warehouse", "begin-round", texts),
                    Sql.load("warehouse", "insert-batch-of-round", texts),
                    Sql.load("warehouse", "select-ids-of-batch", texts));
        }
    }

    @Override
    public Optional<ComplianceBatch> open() throws IOException {
        return query(OPEN, JdbcCompliance::batch);
    }

    @Override
    public Optional<ComplianceBatch> next(ComplianceBatch.Kind kind, Duration interval, int size) throws IOException {
        OffsetDateTime now = Times.utc(clock.instant());
        CheckedTable table = TABLES.get(kind);
        update(table.beginRound(), now, now, now.minus(interval));
        return query(table.next(), JdbcCompliance::batch, size, now);
    }

    @Override
    public ErasedIds ids(ComplianceBatch batch) throws IOException {
        return query(TABLES.get(batch.kind()).ids(), JdbcCompliance::ids, batch.first(), batch.last());
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
                "compliance",
                batch.kind() == ComplianceBatch.Kind.POST
                        ? results.stream().map(JdbcCompliance::tombstone).toList()
                        : ofAccounts(results));
        update(APPLY, Times.utc(clock.instant()), (long) results.size(), batch.number());
    }

    private static Tombstone tombstone(ComplianceResult result) {
        Kind kind = result.isPlaceAlone() ? Kind.PLACE : Kind.POST;
        return new Tombstone(kind, result.id(), result.reason());
    }

    /** Only of what is stored: what an account writes later may be kept, as it is public again then. */
    private List<Tombstone> ofAccounts(List<ComplianceResult> results) throws IOException {
        List<Tombstone> tombstones = new ArrayList<>();
        for (ComplianceResult account : results) {
            stored.postsOf(account.id()).stream()
                    .map(post -> tombstone(new ComplianceResult(post, account.reason())))
                    .forEach(tombstones::add);
        }
        return tombstones;
    }

    private static Optional<ComplianceBatch> batch(ResultSet found) throws SQLException {
        return found.next()
                ? Optional.of(new ComplianceBatch(
                        found.getLong("number"),
                        ComplianceBatch.Kind.valueOf(found.getString("kind").toUpperCase(Locale.ROOT)),
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
                PreparedStatement statement = BoundStatement.of(connection, sql, values)) {
            return rows.read(statement.executeQuery());
        } catch (SQLException e) {
            throw SqlErrors.outage("the compliance batches cannot be read from the warehouse", e);
        }
    }

    private void update(String sql, Object... values) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = BoundStatement.of(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("the compliance batches cannot be written to the warehouse", e);
        }
    }
}
