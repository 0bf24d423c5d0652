package io.hashlake.warehouse.star;

import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** The tables of the star schema as they are exported, and which of their days have changed since. */
public final class MartSource {

    private static final String FORGET = Sql.load("forget-changed-marts");

    private final DataSource dataSource;

    public MartSource(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /** All tables as they are now; to be closed soon, for the database cannot clean up behind it. */
    public MartSnapshot open() throws IOException {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return new MartSnapshot(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlErrors.outage("the star schema cannot be read", e);
        }
    }

    /** Forgets the changes that a snapshot saw, once they are exported. Later ones stay. */
    public void forget(MartChanges changes) throws IOException {
        if (changes.ids().isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setArray(1, connection.createArrayOf("bigint", changes.ids().toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("the export of marts cannot be noted", e);
        }
    }
}
