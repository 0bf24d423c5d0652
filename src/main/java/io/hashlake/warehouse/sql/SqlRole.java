package io.hashlake.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Origin of the role that statements run with. */
public sealed interface SqlRole permits GivenRole, OwnRole {

    /**
     * Ensures that the role exists and may read the views; the connection belongs to their owner and is in a
     * transaction.
     */
    Credentials prepare(Connection owner) throws SQLException, UnusableRoleException;

    /** Credentials to log in with. */
    record Credentials(String username, String password) {

        @Override
        public String toString() {
            return "Credentials[username=" + username + "]";
        }
    }

    /** Lets the role read the views; they read the tables with the rights of their owner. */
    static void grantViews(Statement owner, String quotedRole) throws SQLException {
        owner.execute("GRANT USAGE ON SCHEMA api TO " + quotedRole);
        owner.execute("GRANT SELECT ON ALL TABLES IN SCHEMA api TO " + quotedRole);
    }
}
