package io.hashlake.warehouse.ledger;

import io.hashlake.core.SettledPart;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.Times;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** Settles a gap in one transaction: its row becomes its first part, and each further part a row of its own. */
final class GapSettlement {

    private static final String SETTLE = Sql.load("settle-gap");
    private static final String INSERT_PART = Sql.load("insert-settled-part");

    private final Connection connection;
    private final OffsetDateTime at;

    GapSettlement(Connection connection, OffsetDateTime at) {
        this.connection = connection;
        this.at = at;
    }

    void settle(long id, List<SettledPart> parts) throws SQLException {
        connection.setAutoCommit(false);
        try {
            if (put(SETTLE, id, parts.get(0)) > 0) {
                for (SettledPart part : parts.subList(1, parts.size())) {
                    put(INSERT_PART, id, part);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private int put(String statement, long id, SettledPart part) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(statement)) {
            put.setObject(1, Times.utc(part.from()));
            put.setObject(2, Times.utc(part.to()));
            put.setString(3, GapRow.name(part.state()));
            put.setLong(4, part.postsFound());
            put.setString(5, GapRow.storable(part.note()));
            put.setObject(6, at);
            put.setLong(7, id);
            return put.executeUpdate();
        }
    }
}
