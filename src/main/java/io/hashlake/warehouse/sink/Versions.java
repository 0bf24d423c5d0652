package io.hashlake.warehouse.sink;

import io.hashlake.warehouse.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps {@code twitter.tweet.superseded_by} right, whichever version of a post comes first. All versions have one author, whose
 * row every commit locks after it stored tweets: so of two sinks that store versions of one post at the same time, one waits
 * there for the other's commit, and sees what it stored when it comes here.
 */
final class Versions {

    private static final String SELECT_EDITED = Sql.load("select-edited-tweets");
    private static final String SUPERSEDE = Sql.load("supersede-tweets");

    /**
     * Forces the indexes: the planner knows too little of a table that is being filled to choose them, and without them
     * this takes minutes.
     */
    private static final String USE_INDEXES = "SET LOCAL enable_seqscan = off; SET LOCAL jit = off";

    private final Connection connection;
    private final List<Long> edited = new ArrayList<>();
    private final List<Long> listed = new ArrayList<>();

    Versions(Connection connection) {
        this.connection = connection;
    }

    /**
     * Marks what these tweets supersede and what of them is superseded, and adds the hours of the marked ones. To be called
     * when they and their authors are stored.
     */
    void supersede(List<Observation> tweets, ChangedHours changed) throws SQLException {
        try (Statement planning = connection.createStatement()) {
            planning.execute(USE_INDEXES);
        }
        findEdited(tweets);
        if (!edited.isEmpty()) {
            supersedeListed(changed);
        }
    }

    private void findEdited(List<Observation> tweets) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_EDITED)) {
            select.setObject(1, tweets.stream().mapToLong(Observation::id).toArray());
            ResultSet found = select.executeQuery();
            while (found.next()) {
                long id = found.getLong("id");
                list(id, id);
                for (Long version : (Long[]) found.getArray("edit_history").getArray()) {
                    list(id, version);
                }
            }
        }
    }

    private void list(long editedId, long version) {
        edited.add(editedId);
        listed.add(version);
    }

    private void supersedeListed(ChangedHours changed) throws SQLException {
        try (PreparedStatement supersede = connection.prepareStatement(SUPERSEDE)) {
            supersede.setObject(1, longs(edited));
            supersede.setObject(2, longs(listed));
            changed.addAll(supersede.executeQuery());
        }
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
