package io.hashlake.warehouse.ledger;

import io.hashlake.warehouse.jdbc.BoundStatement;
import io.hashlake.warehouse.jdbc.NetworkTimeout;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Leases in the tables {@code ops.process} and {@code ops.lease}. A process renews one row, however many sources it follows; a
 * lease is held for as long as its row stands, and only that a process's row was removed, after its time by the database's
 * clock or because it is seen to have ended, makes its sources free. For one thread.
 */
public final class JdbcLeases {

    private static final String RENEW = Sql.load("renew-process");
    private static final String REGISTER = Sql.load("insert-process");
    private static final String NEIGHBOURS = Sql.load("select-neighbours");
    private static final String REMOVE = Sql.load("remove-processes");
    private static final String TAKE = Sql.load("take-leases");
    private static final String FOLLOWERS = Sql.load("select-followers");
    private static final String RELEASE = Sql.load("release-leases");
    private static final String END = Sql.load("end-process");

    private final DataSource dataSource;
    private final LeaseHolder self;
    private final Duration term;
    private UUID id;

    /** @param term how long a lease is held without being renewed */
    public JdbcLeases(DataSource dataSource, LeaseHolder self, Duration term) {
        this.dataSource = dataSource;
        this.self = self;
        this.term = term;
    }

    /** Returns how long a lease is held without being renewed. */
    public Duration term() {
        return term;
    }

    /**
     * Renews this process's leases, all of them by one row.
     *
     * @return false if they are lost, or there were none; from now on others can be taken
     * @throws IOException if the database cannot be reached; try again later
     */
    public boolean renew() throws IOException {
        return run("no lease can be renewed in the warehouse", connection -> {
            if (id != null && update(connection, RENEW, term.toMillis(), id) > 0) {
                return true;
            }
            UUID next = UUID.randomUUID();
            update(
                    connection,
                    REGISTER,
                    next,
                    self.host(),
                    self.machine(),
                    self.pid(),
                    self.started(),
                    term.toMillis());
            id = next;
            return false;
        });
    }

    /**
     * Takes the leases that no process holds, after {@link #renew}. Processes that have ended hold none.
     *
     * @return the tokens of those taken, by source
     * @throws IOException if the database cannot be reached; try again later
     */
    public Map<String, Long> take(Collection<String> sources) throws IOException {
        return run("no lease can be taken in the warehouse", connection -> {
            update(connection, REMOVE, id, connection.createArrayOf("uuid", ended(connection)));
            try (PreparedStatement take = BoundStatement.of(connection, TAKE, id, texts(connection, sources))) {
                ResultSet taken = take.executeQuery();
                Map<String, Long> tokens = new HashMap<>();
                while (taken.next()) {
                    tokens.put(taken.getString(1), taken.getLong(2));
                }
                return tokens;
            }
        });
    }

    private Object[] ended(Connection connection) throws SQLException {
        try (PreparedStatement select = BoundStatement.of(connection, NEIGHBOURS, self.machine(), id)) {
            ResultSet found = select.executeQuery();
            List<Object> ended = new ArrayList<>();
            while (found.next()) {
                if (LeaseHolder.hasEnded(found.getLong(2), found.getLong(3))) {
                    ended.add(found.getObject(1));
                }
            }
            return ended.toArray();
        }
    }

    /**
     * The other processes that follow these sources, by source.
     *
     * @throws IOException if the database cannot be reached; try again later
     */
    public Map<String, String> followers(Collection<String> sources) throws IOException {
        return run("the follower of a source cannot be read from the warehouse", connection -> {
            try (PreparedStatement select = BoundStatement.of(connection, FOLLOWERS, texts(connection, sources))) {
                ResultSet found = select.executeQuery();
                Map<String, String> followers = new HashMap<>();
                while (found.next()) {
                    if (!found.getObject(2).equals(id)) {
                        followers.put(
                                found.getString(1), "process " + found.getLong(4) + " on host " + found.getString(3));
                    }
                }
                return followers;
            }
        });
    }

    /**
     * Gives these leases back.
     *
     * @throws IOException if the database cannot be reached; try again later
     */
    public void release(Collection<String> sources) throws IOException {
        run(
                "no lease can be given back in the warehouse",
                connection -> update(connection, RELEASE, id, texts(connection, sources)));
    }

    /**
     * Gives all leases back.
     *
     * @throws IOException if the database cannot be reached; they end by themselves
     */
    public void end() throws IOException {
        run("the leases cannot be given back in the warehouse", connection -> update(connection, END, id));
    }

    private <T> T run(String failure, Step<T> step) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            NetworkTimeout.set(connection, term);
            try {
                return step.run(connection);
            } finally {
                NetworkTimeout.lift(connection);
            }
        } catch (SQLException e) {
            throw SqlErrors.outage(failure, e);
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = BoundStatement.of(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    @FunctionalInterface
    private interface Step<T> {
        T run(Connection connection) throws SQLException;
    }
}
