package io.hashlake.iceberg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.iceberg.jdbc.JdbcClientPool;

/** Hands the warehouse's own connections to Iceberg's catalog, each for one statement. */
final class DataSourcePool extends JdbcClientPool {

    private final DataSource source;

    DataSourcePool(DataSource source) {
        super(1, "jdbc:postgresql:", Map.of());
        this.source = source;
    }

    @Override
    public <R> R run(Action<R, Connection, SQLException> action) throws SQLException, InterruptedException {
        try (Connection connection = source.getConnection()) {
            return action.run(connection);
        }
    }

    @Override
    public <R> R run(Action<R, Connection, SQLException> action, boolean retry)
            throws SQLException, InterruptedException {
        return run(action);
    }
}
