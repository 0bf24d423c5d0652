package io.hashlake.dataset.load;

import io.hashlake.dataset.declaration.Dataset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Ledger of the files that were loaded. */
record FileLedger(Connection connection, Dataset dataset, FileContent file) {

    private static final String FIND = """
            SELECT FROM ops.dataset_file
            WHERE dataset = ? AND sha256 = ? AND declaration = ? AND rejected = 0""";

    private static final String ADD = """
            INSERT INTO ops.dataset_file (dataset, sha256, declaration, name, bytes, row_count, changed, rejected)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Returns whether a file of this content was loaded whole; what lacked rows may have come since. */
    boolean isKnown() throws SQLException {
        try (PreparedStatement find = prepared(FIND);
                ResultSet found = find.executeQuery()) {
            return found.next();
        }
    }

    void add(LoadResult.Loaded result) throws SQLException {
        try (PreparedStatement add = prepared(ADD)) {
            add.setString(4, file.name());
            add.setLong(5, file.bytes());
            add.setLong(6, result.rows());
            add.setLong(7, result.changed());
            add.setLong(8, result.rejected());
            add.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, dataset.name());
        statement.setString(2, file.sha256());
        statement.setString(3, dataset.checksum());
        return statement;
    }
}
