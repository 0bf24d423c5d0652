package io.hashlake.warehouse.sink;

import io.hashlake.core.LostLeaseException;
import io.hashlake.core.SourceLeases;
import io.hashlake.warehouse.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Allows a transaction to commit only while it holds the leases under which it writes: no process can take them before
 * its end.
 */
final class LeaseFence {

    private static final String LOCK = Sql.load("lock-leases");

    private final SourceLeases leases;

    LeaseFence(SourceLeases leases) {
        this.leases = leases;
    }

    /**
     * To be called last in the transaction, because a process that takes the leases waits for it.
     *
     * @throws LostLeaseException if one of them does not stand any more
     */
    void pass(Connection connection, Set<String> origins) throws SQLException, LostLeaseException {
        Map<String, Long> tokens = new TreeMap<>();
        for (String origin : origins) {
            OptionalLong token = leases.token(origin);
            token.ifPresent(number -> tokens.put(origin, number));
        }
        if (tokens.isEmpty()) {
            return;
        }
        Set<String> lost = new HashSet<>(tokens.keySet());
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("text", tokens.keySet().toArray()));
            lock.setArray(2, connection.createArrayOf("bigint", tokens.values().toArray()));
            ResultSet held = lock.executeQuery();
            while (held.next()) {
                lost.remove(held.getString(1));
            }
        }
        if (!lost.isEmpty()) {
            throw new LostLeaseException(lost);
        }
    }
}
