package io.hashlake.warehouse.sql;

import io.hashlake.warehouse.jdbc.Sql;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;

/**
 * A role that is made, where the owner of the views may make roles. Its name is the database's with {@code _sql} behind it; its
 * password follows from a secret, so that processes with the same secret agree on it, and is sent to the server as a verifier.
 */
public final class OwnRole implements SqlRole {

    private static final String MARK = "Made by Hashlake for its SQL endpoint";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Any number, for processes that start together. */
    private static final long LOCK = 0x4861_7368_6c61_6b65L;

    private static final String FIND = "SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = ?";
    private static final String REVOKE = Sql.load("warehouse", "sql-role-revoke");

    private final byte[] secret;
    private final boolean isOnlyTenant;
    private final int connections;

    /**
     * @param secret what the password is made from; empty for a random one, which other processes do not know
     * @param isOnlyTenant whether the database is Hashlake's alone, so that functions may be taken from everybody in it
     * @param connections how many the role may have
     */
    public OwnRole(String secret, boolean isOnlyTenant, int connections) {
        this.secret = secret.isEmpty() ? random() : secret.getBytes(StandardCharsets.UTF_8);
        this.isOnlyTenant = isOnlyTenant;
        this.connections = connections;
    }

    @Override
    public Credentials prepare(Connection owner) throws SQLException, UnusableRoleException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            String name = value(statement, "SELECT left(current_database(), 59) || '_sql'");
            String quoted = statement.enquoteIdentifier(name, true);
            make(owner, name, quoted);
            boolean isSuperuser = value(statement, "SHOW is_superuser").equals("on");
            for (String setting : settings(isSuperuser)) {
                statement.execute("ALTER ROLE " + quoted + " SET " + setting);
            }
            SqlRole.grantViews(statement, quoted);
            if (isOnlyTenant && isSuperuser) {
                statement.execute(REVOKE);
            }
            String password = password(name);
            owner.unwrap(PGConnection.class).alterUserPassword(name, password.toCharArray(), "scram-sha-256");
            return new Credentials(name, password);
        }
    }

    private void make(Connection owner, String name, String quoted) throws SQLException, UnusableRoleException {
        try (PreparedStatement find = owner.prepareStatement(FIND);
                Statement statement = owner.createStatement()) {
            find.setString(1, name);
            ResultSet found = find.executeQuery();
            if (!found.next()) {
                statement.execute("CREATE ROLE " + quoted
                        + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS");
                statement.execute("COMMENT ON ROLE " + quoted + " IS '" + MARK + "'");
            } else if (!MARK.equals(found.getString(1))) {
                throw new UnusableRoleException("the database has a role " + name + " that Hashlake did not make;"
                        + " configure hashlake.sql.username and hashlake.sql.password");
            }
            statement.execute("ALTER ROLE " + quoted + " CONNECTION LIMIT " + connections);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw new UnusableRoleException(
                        "the warehouse's user may not make the role " + name
                                + "; make one as docs/api.md says and configure hashlake.sql.username and hashlake.sql.password");
            }
            throw e;
        }
    }

    /** Returns the settings with which every session begins; users cannot change the first. */
    private static List<String> settings(boolean isSuperuser) {
        List<String> settings = List.of(
                "temp_file_limit = '256MB'",
                "default_transaction_read_only = on",
                "statement_timeout = '10min'",
                "idle_in_transaction_session_timeout = '10min'",
                "search_path = api");
        return isSuperuser ? settings : settings.subList(1, settings.size());
    }

    private String password(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("hashlake.sql:" + role).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String value(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
