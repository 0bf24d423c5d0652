package io.hashlake.warehouse.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements whose placeholders have their values. */
public final class BoundStatement {

    /** Makes a value of the row at which the result stands. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private BoundStatement() {}

    /** Returns the statement, which the caller closes; a value is whatever {@link PreparedStatement#setObject} takes. */
    public static PreparedStatement of(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Returns all rows that the query finds, over a connection of its own. */
    public static <T> List<T> rows(DataSource source, String sql, RowReader<T> reader, Object... values)
            throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = of(connection, sql, values)) {
            ResultSet found = select.executeQuery();
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reader.read(found));
            }
            return rows;
        }
    }
}
