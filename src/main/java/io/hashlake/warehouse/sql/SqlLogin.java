package io.hashlake.warehouse.sql;

import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.sql.SqlRole.Credentials;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Connections of the role that statements run with. Each is new: nothing that a statement leaves in its session meets another.
 * The role is made ready when the first is asked for, and again after it could not log in.
 */
public final class SqlLogin {

    private static final String EXCESS = Sql.load("warehouse", "sql-role-excess");
    private static final int CONNECT_SECONDS = 5;

    /** Factor by which the wire format may exceed the values: lengths, descriptions of columns, encryption. */
    private static final long PROTOCOL_OVERHEAD = 4;

    private static final long PROTOCOL_BYTES = 1 << 20;

    private final DataSource owner;
    private final String jdbcUrl;
    private final SqlRole role;
    private final HeapLimit memory;
    private Credentials credentials;

    /**
     * @param owner connections of the views' owner
     * @param jdbcUrl the same database; a user or password in it is not used
     * @param memory of the server's process behind each connection
     */
    public SqlLogin(DataSource owner, String jdbcUrl, SqlRole role, HeapLimit memory) {
        this.owner = owner;
        this.jdbcUrl = jdbcUrl;
        this.role = role;
        this.memory = memory;
    }

    Connection connect(SqlConfig limits) throws SQLException, UnusableRoleException {
        Credentials current = credentials();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(current.username());
        source.setPassword(current.password());
        source.setApplicationName("hashlake-sql");
        source.setPreferQueryMode(PreferQueryMode.EXTENDED);
        if (source.getSocketFactory() == null) {
            source.setSocketFactory(BoundedSockets.class.getName());
            source.setSocketFactoryArg(Long.toString(PROTOCOL_OVERHEAD * limits.bytes() + PROTOCOL_BYTES));
        }
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout((int) limits.timeout().toSeconds() + 2 * CONNECT_SECONDS);
        Connection connection = source.getConnection();
        memory.apply(connection.unwrap(PGConnection.class).getBackendPID());
        return connection;
    }

    /** The next connection makes the role ready once more. */
    synchronized void forget() {
        credentials = null;
    }

    private synchronized Credentials credentials() throws SQLException, UnusableRoleException {
        if (credentials == null) {
            credentials = prepare();
        }
        return credentials;
    }

    private Credentials prepare() throws SQLException, UnusableRoleException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Credentials prepared = role.prepare(connection);
                requireHarmless(connection, prepared.username());
                connection.commit();
                return prepared;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void requireHarmless(Connection connection, String username)
            throws SQLException, UnusableRoleException {
        try (PreparedStatement select = connection.prepareStatement(EXCESS)) {
            select.setString(1, username);
            ResultSet found = select.executeQuery();
            List<String> reasons = new ArrayList<>();
            while (found.next()) {
                reasons.add(found.getString(1));
            }
            if (!reasons.isEmpty()) {
                throw new UnusableRoleException(
                        "the role " + username + " of hashlake.sql.username may do more than read: "
                                + String.join("; ", reasons.subList(0, Math.min(5, reasons.size()))));
            }
        }
    }
}
