package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.Erasure;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * Removes posts, their hashtags, and accounts and hashtags of which nothing else is left. The hours of the posts are marked as
 * changed, so that the job star-schema builds facts and sums without them.
 */
public final class WarehouseErasure implements Erasure {

    /** Posts per transaction, for which commits of sinks wait. */
    private static final int SLICE = 2_000;

    private static final String BEGIN = Sql.load("begin-erasure");
    private static final String POSTS = Sql.load("erase-posts");
    private static final String PLACES = Sql.load("erase-places");
    private static final String USERS = Sql.load("erase-users");
    private static final String HASHTAGS = Sql.load("erase-hashtags");
    private static final String HOURS = Sql.load("mark-changed-hours");
    private static final String OF_USERS = Sql.load("select-posts-of-users");
    private static final String CONTENTS = Sql.load("select-contents");
    private static final String EVERYTHING = Sql.load("erase-everything");

    private final DataSource dataSource;

    public WarehouseErasure(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String store() {
        return "warehouse";
    }

    @Override
    public long erase(Tombstones tombstones) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            long erased = inSlices(connection, tombstones.posts().stream().toArray(), WarehouseErasure::erasePosts);
            long[] late = postsOf(connection, tombstones.users().stream().toArray());
            erased += inSlices(connection, late, WarehouseErasure::erasePosts);
            return erased + inSlices(connection, tombstones.places().stream().toArray(), WarehouseErasure::erasePlaces);
        } catch (SQLException e) {
            throw SqlErrors.outage("posts cannot be erased from the warehouse", e);
        }
    }

    /** Erases some ids within a transaction. */
    @FunctionalInterface
    private interface Step {
        long erase(Connection connection, Array ids) throws SQLException;
    }

    private static long inSlices(Connection connection, long[] ids, Step step) throws SQLException {
        long erased = 0;
        for (int first = 0; first < ids.length; first += SLICE) {
            long[] slice = Arrays.copyOfRange(ids, first, Math.min(ids.length, first + SLICE));
            erased += alone(connection, slice, step);
        }
        return erased;
    }

    private static long alone(Connection connection, long[] ids, Step step) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement begin = connection.createStatement()) {
            begin.execute(BEGIN);
            long erased = step.erase(
                    connection,
                    connection.createArrayOf(
                            "bigint", Arrays.stream(ids).boxed().toArray()));
            connection.commit();
            return erased;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static long erasePosts(Connection connection, Array ids) throws SQLException {
        try (PreparedStatement erase = connection.prepareStatement(POSTS)) {
            erase.setArray(1, ids);
            ResultSet gone = erase.executeQuery();
            gone.next();
            update(connection, USERS, gone.getArray("authors"));
            update(connection, HASHTAGS, gone.getArray("hashtags"));
            update(connection, HOURS, gone.getArray("hours"));
            return gone.getLong("posts");
        }
    }

    private static long erasePlaces(Connection connection, Array ids) throws SQLException {
        return update(connection, PLACES, ids);
    }

    private static long update(Connection connection, String sql, Array values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, values);
            return statement.executeUpdate();
        }
    }

    private static long[] postsOf(Connection connection, long[] users) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_USERS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", Arrays.stream(users).boxed().toArray()));
            ResultSet found = select.executeQuery();
            LongStream.Builder posts = LongStream.builder();
            while (found.next()) {
                posts.add(found.getLong(1));
            }
            return posts.build().toArray();
        }
    }

    @Override
    public String contents() throws IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(CONTENTS)) {
            counted.next();
            return counted.getString(1);
        } catch (SQLException e) {
            throw SqlErrors.outage("the warehouse cannot be read", e);
        }
    }

    /** The audit stays. */
    @Override
    public void eraseAll() throws IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(EVERYTHING);
        } catch (SQLException e) {
            throw SqlErrors.outage("the warehouse cannot be emptied", e);
        }
    }
}
