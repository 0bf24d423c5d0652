package io.hashlake.dataset.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets one transaction at a time change datasets, whatever process it is of. */
final class DatasetLock {

    /** Any number that nothing else locks. */
    private static final long KEY = 0x4861_7368_4461_7461L;

    private DatasetLock() {}

    /** Waits until no other transaction has it. */
    static void take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + KEY + ")");
        }
    }
}
