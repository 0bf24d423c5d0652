package io.hashlake.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Keeps {@code twitter.tweet.superseded_by} right, whichever version of a post comes first. All versions have one author, whose
 * row every commit locks after it stored tweets: so of two sinks that store versions of one post at the same time, one waits
 * there for the other's commit, and sees what it stored when it comes here.
 */
final class Versions {

    private static final String SUPERSEDE = Sql.load("supersede-tweets");

    /** Of a table that is being filled the planner knows too little to choose the index, without which this takes minutes. */
    private static final String USE_INDEXES = "SET LOCAL enable_seqscan = off";

    private Versions() {}

    /**
     * Marks what these tweets supersede and what of them is superseded, and adds the hours of the marked ones. To be called
     * when they and their authors are stored.
     */
    static void supersede(Connection connection, List<Observation> tweets, ChangedHours changed) throws SQLException {
        try (Statement planning = connection.createStatement()) {
            planning.execute(USE_INDEXES);
        }
        Object[] ids = tweets.stream().map(Observation::id).toArray();
        try (PreparedStatement supersede = connection.prepareStatement(SUPERSEDE)) {
            supersede.setArray(1, connection.createArrayOf("bigint", ids));
            changed.addAll(supersede.executeQuery());
        }
    }
}
