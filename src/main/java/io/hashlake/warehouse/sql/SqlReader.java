package io.hashlake.warehouse.sql;

import io.hashlake.warehouse.sql.SqlOutcome.Reason;
import io.hashlake.warehouse.sql.SqlOutcome.Refused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Runs one statement of a stranger at a time on each connection, within its limits. Safe for use by several threads. */
public final class SqlReader {

    private static final Logger LOG = Logger.getLogger(SqlReader.class);

    private final SqlLogin login;
    private final SqlConfig limits;
    private final Consumer<Reason> onRefused;
    private final Semaphore slots;

    /** @param onRefused told of every refusal */
    public SqlReader(SqlLogin login, SqlConfig limits, Consumer<Reason> onRefused) {
        this.login = login;
        this.limits = limits;
        this.onRefused = onRefused;
        this.slots = new Semaphore(limits.concurrency());
    }

    public SqlConfig limits() {
        return limits;
    }

    /** Runs the statement; whatever is wrong with it or with the database is in the outcome. */
    public SqlOutcome run(String sql) {
        SqlOutcome outcome = checked(sql);
        if (outcome instanceof Refused refused) {
            onRefused.accept(refused.reason());
        }
        return outcome;
    }

    private SqlOutcome checked(String sql) {
        try {
            return queued(SqlQuery.of(sql));
        } catch (SqlQuery.UnfitQueryException e) {
            return e.refusal();
        }
    }

    private SqlOutcome queued(SqlQuery query) {
        if (!slots.tryAcquire()) {
            return Refused.because(
                    Reason.BUSY, limits.concurrency() + " statements are running, which is as many as may at once");
        }
        try {
            return connected(query);
        } finally {
            slots.release();
        }
    }

    private SqlOutcome connected(SqlQuery query) {
        long begun = System.nanoTime();
        try (Connection connection = login.connect(limits);
                Deadline deadline = new Deadline(connection, limits.timeout(), begun)) {
            return answer(connection, query, deadline);
        } catch (SQLException e) {
            login.forget();
            LOG.warnf("A statement cannot be run: %s (SQLSTATE %s)", e.getMessage(), e.getSQLState());
            return Refused.because(Reason.OUTAGE, "the warehouse is unavailable");
        } catch (UnusableRoleException e) {
            return Refused.because(Reason.NOT_CONFIGURED, e.getMessage());
        }
    }

    private SqlOutcome answer(Connection connection, SqlQuery query, Deadline deadline) {
        try (Statement statement = connection.createStatement()) {
            begin(connection, statement);
            executeInTime(statement, query.probe(), deadline);
            executeInTime(statement, query.guarded(limits.bytes()), deadline);
            limitTime(statement, deadline);
            try (ResultSet found = fetch(statement)) {
                return ResultValues.read(found, limits.rows());
            }
        } catch (SQLException e) {
            return deadline.isOver() ? SqlRefusals.late(limits) : SqlRefusals.of(e, limits);
        }
    }

    private static void executeInTime(Statement statement, String sql, Deadline deadline) throws SQLException {
        limitTime(statement, deadline);
        statement.execute(sql);
    }

    private static void limitTime(Statement statement, Deadline deadline) throws SQLException {
        statement.execute("SET LOCAL statement_timeout = " + deadline.millisecondsLeft());
    }

    /** Nothing is ever committed: closing the connection rolls back. */
    private void begin(Connection connection, Statement statement) throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        statement.setEscapeProcessing(false);
        statement.execute("""
                SET LOCAL lock_timeout = '1s';
                SET LOCAL idle_in_transaction_session_timeout = '30s';
                SET LOCAL max_parallel_workers_per_gather = 0;
                SET LOCAL work_mem = '4MB';
                SET LOCAL search_path = api;
                SET LOCAL TimeZone = 'UTC';
                SET LOCAL DateStyle = 'ISO'""");
    }

    /** All at once, within one timeout. One row more than allowed shows that there are more. */
    private ResultSet fetch(Statement statement) throws SQLException {
        return statement.executeQuery("FETCH FORWARD " + (limits.rows() + 1) + " FROM answer");
    }
}
