package io.hashlake.warehouse.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The data source of a process without a database: every attempt to connect fails with that message. */
public final class NoDatabase implements DataSource {

    private static final String REASON = "this process has no database; its roles do not need one";

    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLException(REASON);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // nothing is logged
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // nobody logs in
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException(REASON);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException(REASON);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
