package io.hashlake.warehouse.sink;

import io.hashlake.warehouse.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Keeps a transaction from storing what was erased while it waited for its commit: no tombstone is set between this and the
 * transaction's end.
 */
final class TombstoneFence {

    private static final String SHARE = Sql.load("share-tombstones");
    private static final String COVERED = Sql.load("select-covered");

    private final Connection connection;

    TombstoneFence(Connection connection) {
        this.connection = connection;
    }

    /** The observations that must not be stored. To be called first in the transaction. */
    List<Observation> covered(List<Observation> observations) throws SQLException {
        try (Statement share = connection.createStatement()) {
            share.execute(SHARE);
        }
        Set<Long> posts = new HashSet<>();
        Set<Long> users = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(COVERED)) {
            setIds(select, 1, observations, Observation::id);
            setIds(select, 2, observations, TombstoneFence::author);
            ResultSet found = select.executeQuery();
            while (found.next()) {
                (found.getString(1).equals("post") ? posts : users).add(found.getLong(2));
            }
        }
        return observations.stream()
                .filter(observation -> posts.contains(observation.id()) || users.contains(author(observation)))
                .toList();
    }

    private static long author(Observation observation) {
        return observation.tweet().author().id();
    }

    private static void setIds(
            PreparedStatement select, int place, List<Observation> observations, ToLongFunction<Observation> id)
            throws SQLException {
        select.setObject(place, observations.stream().mapToLong(id).distinct().toArray());
    }
}
