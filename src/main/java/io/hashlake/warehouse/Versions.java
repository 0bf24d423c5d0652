package io.hashlake.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Keeps {@code twitter.tweet.superseded_by} right, whichever version of a post comes first. Of two sinks that store versions
 * of one post at the same time, neither sees the other's; so every sink comes here last before its commit, one at a time,
 * and who comes later sees what the earlier one stored. Nothing may be waited for from here to the commit: whoever holds
 * something has to come here too.
 */
final class Versions {

    private static final String LOCK = Sql.load("lock-versions");
    private static final String SUPERSEDE = Sql.load("supersede-tweets");

    private Versions() {}

    /** Marks what these tweets supersede and what of them is superseded; the hours of the marked ones are added. */
    static void supersede(Connection connection, List<Observation> tweets, ChangedHours changed) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute(LOCK);
        }
        Object[] ids = tweets.stream().map(Observation::id).toArray();
        try (PreparedStatement supersede = connection.prepareStatement(SUPERSEDE)) {
            supersede.setArray(1, connection.createArrayOf("bigint", ids));
            changed.addAll(supersede.executeQuery());
        }
    }
}
