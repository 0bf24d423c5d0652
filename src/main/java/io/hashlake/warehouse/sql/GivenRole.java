package io.hashlake.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A role that the operator has made. */
public record GivenRole(String username, String password) implements SqlRole {

    @Override
    public Credentials prepare(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            SqlRole.grantViews(statement, statement.enquoteIdentifier(username, true));
        }
        return new Credentials(username, password);
    }

    @Override
    public String toString() {
        return "GivenRole[username=" + username + "]";
    }
}
