package io.hashlake.warehouse.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * State of a warehouse's database.
 *
 * @param version PostgreSQL's, as 16.4
 * @param major first part of it
 * @param migration the newest that was applied; empty where the database has no tables yet
 * @param hasFailure whether a migration failed half-way
 */
public record DatabaseState(String version, int major, OptionalInt migration, boolean hasFailure) {

    /** The newest migration of this release. */
    public static final int NEWEST_MIGRATION = 24;

    /** The oldest PostgreSQL that the migrations run on. */
    public static final int MIN_MAJOR = 14;

    private static final String STATE = Sql.load("database-state");
    private static final String MIGRATIONS = Sql.load("applied-migrations");

    /** @throws IOException if the database cannot be reached or asked; the message says why, without secrets */
    public static DatabaseState read(DataSource database) throws IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(STATE)) {
            found.next();
            String version = found.getString(1);
            int major = found.getInt(2) / 10_000;
            return found.getBoolean(3)
                    ? migrated(statement, version, major)
                    : new DatabaseState(version, major, OptionalInt.empty(), false);
        } catch (SQLException e) {
            throw SqlErrors.outage("the database cannot be asked", e);
        }
    }

    private static DatabaseState migrated(Statement statement, String version, int major) throws SQLException {
        try (ResultSet found = statement.executeQuery(MIGRATIONS)) {
            found.next();
            return new DatabaseState(version, major, OptionalInt.of(found.getInt(1)), found.getBoolean(2));
        }
    }
}
