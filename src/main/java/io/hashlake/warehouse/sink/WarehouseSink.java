package io.hashlake.warehouse.sink;

import io.hashlake.core.DeadLetters;
import io.hashlake.core.Rejected;
import io.hashlake.core.Sink;
import io.hashlake.core.SourceLeases;
import io.hashlake.core.TweetBatch;
import io.hashlake.warehouse.jdbc.BinaryCopy;
import io.hashlake.warehouse.jdbc.NetworkTimeout;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Keeps every post and account in PostgreSQL, 14 or newer, in its newest observed state. A commit is one transaction, so
 * whoever writes more between two commits pays less a post; the caller bounds how much that is. Rows that the database
 * refuses for a reason of their own go to the dead letter; anything else that fails leaves everything buffered for the
 * next commit. What PostgreSQL cannot store in a text, U+0000 and half surrogates, is stored as U+FFFD.
 */
public final class WarehouseSink implements Sink {

    /** Its name, which is also its role. */
    static final String NAME = "warehouse";

    private static final Rejected.Stage STAGE = new Rejected.Stage(NAME);
    private static final int OLDEST_VERSION = 140_000;

    /** For one statement, waiting for locks included; then the commit counts as failed for now. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** Of a row in {@code ops.batch}. */
    private static final Duration BATCH_RETENTION = Duration.ofDays(7);

    private static final Duration PRUNE_INTERVAL = Duration.ofHours(1);

    private static final String CHECK = Sql.load("check");
    private static final String INSERT_BATCH = Sql.load("insert-batch");
    private static final String PRUNE_BATCHES = Sql.load("prune-batches");

    private final DataSource dataSource;
    private final Duration timeout;
    private final DeadLetters deadLetters;
    private final SourceLeases leases;
    private final LeaseFence fence;
    private final Clock clock;
    private final CommitBuffer buffer = new CommitBuffer();
    private final BinaryCopy copy = new BinaryCopy();
    private final RecentlyStored recent = new RecentlyStored();
    private Instant nextPrune = Instant.MIN;

    /**
     * A sink over a database whose schema is migrated already.
     *
     * @param dataSource of PostgreSQL's own driver, pooled or not
     */
    public WarehouseSink(DataSource dataSource, DeadLetters deadLetters, Clock clock) {
        this(dataSource, deadLetters, new SourceLeases() {}, clock);
    }

    /**
     * One that stores what comes under a lease only while that is held.
     *
     * @param dataSource of PostgreSQL's own driver, pooled or not
     */
    public WarehouseSink(DataSource dataSource, DeadLetters deadLetters, SourceLeases leases, Clock clock) {
        this(dataSource, TIMEOUT, deadLetters, leases, clock);
    }

    WarehouseSink(DataSource dataSource, Duration timeout, DeadLetters deadLetters, SourceLeases leases, Clock clock) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.timeout = timeout;
        this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
        this.leases = Objects.requireNonNull(leases, "leases");
        this.fence = new LeaseFence(leases);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open() throws IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(CHECK)) {
            found.next();
            int version = found.getInt("version");
            if (version < OLDEST_VERSION) {
                throw new IOException("the warehouse's PostgreSQL is version " + version / 10_000
                        + ", but 14 is the oldest that is supported: upgrade it or use another server");
            }
            if (!found.getBoolean("migrated")) {
                throw new IOException("the warehouse lacks its tables: run the migrations under db/migration on it");
            }
        } catch (SQLException e) {
            throw SqlErrors.outage("the warehouse is unavailable", e);
        }
    }

    @Override
    public void write(TweetBatch batch) {
        buffer.add(batch);
    }

    @Override
    public void abandon(Set<String> origins) {
        buffer.remove(origins);
    }

    @Override
    public boolean isCommitDue() {
        return !buffer.isEmpty();
    }

    @Override
    public Commit commit() throws IOException {
        if (buffer.isEmpty()) {
            return Commit.NOTHING;
        }
        for (String origin : buffer.origins()) {
            leases.ensureHeld(origin);
        }
        try (Connection connection = dataSource.getConnection()) {
            Commit commit = commit(connection);
            buffer.clear();
            return commit;
        } catch (SQLException e) {
            throw SqlErrors.outage("the warehouse cannot be written", e);
        }
    }

    @Override
    public void close() {
        buffer.clear();
    }

    private Commit commit(Connection connection) throws SQLException, IOException {
        try {
            begin(connection);
            buffer.drop(new TombstoneFence(connection).covered(buffer.observations()));
            Bisection bisection = new Bisection(connection, copy, buffer, recent);
            List<Observation> observations = buffer.observations();
            bisection.store(observations);
            giveUp(bisection.refused());
            ChangedHours changed = bisection.changed();
            new Versions(connection).supersede(observations, changed);
            changed.insert(connection);
            insertBatches(connection);
            prune(connection);
            fence.pass(connection, buffer.origins());
            connection.commit();
            recent.add(buffer.observations());
            return counts(bisection.fresh());
        } catch (SQLException | IOException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        } finally {
            NetworkTimeout.lift(connection);
        }
    }

    private Commit counts(long fresh) {
        return new Commit(fresh, buffer.rejected(), fresh, buffer.tweets() - fresh, 0, 0);
    }

    private void begin(Connection connection) throws SQLException {
        NetworkTimeout.set(connection, timeout);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            long millis = timeout.toMillis();
            statement.execute("SET LOCAL statement_timeout = " + millis
                    + "; SET LOCAL idle_in_transaction_session_timeout = " + millis);
        }
    }

    /** From here on the refused tweets are the dead letter's, even if this commit fails and is called again. */
    private void giveUp(List<Bisection.Refused> refused) throws IOException {
        if (refused.isEmpty()) {
            return;
        }
        deadLetters.add(refused.stream().map(this::rejected).toList());
        buffer.remove(refused.stream().map(Bisection.Refused::observation).toList());
    }

    private Rejected rejected(Bisection.Refused refused) {
        Observation observation = refused.observation();
        return new Rejected(clock.instant(), observation.origin(), STAGE, refused.reason(), observation.tweet());
    }

    private void insertBatches(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_BATCH)) {
            for (CommitBuffer.BatchEntry batch : buffer.batches()) {
                insert.setString(1, batch.origin());
                insert.setString(2, batch.start());
                insert.setString(3, batch.end());
                insert.setInt(4, batch.tweets());
                insert.setInt(5, batch.rejected());
                insert.setObject(6, Times.utc(clock.instant()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void prune(Connection connection) throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(nextPrune)) {
            return;
        }
        try (PreparedStatement prune = connection.prepareStatement(PRUNE_BATCHES)) {
            prune.setObject(1, Times.utc(now.minus(BATCH_RETENTION)));
            prune.executeUpdate();
        }
        nextPrune = now.plus(PRUNE_INTERVAL);
    }

    /** A connection that cannot even roll back is dead: aborting it keeps a pool from handing it out again. */
    private static void rollback(Connection connection, Exception cause) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            connection.abort(Runnable::run);
        }
    }
}
