package io.hashlake.warehouse.erasure;

import io.hashlake.warehouse.erasure.Tombstone.Kind;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Finds in the warehouse what somebody wants to be forgotten. */
public final class StoredIds {

    private static final String OF_NAME = Sql.load("select-users-of-name");
    private static final String STORED = Sql.load("count-stored");
    private static final String OF_USERS = Sql.load("select-posts-of-users");
    private static final String WITHHELD = Sql.load("select-withheld");
    private static final String PROCESSES = Sql.load("select-live-processes");

    private final DataSource dataSource;

    public StoredIds(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Returns tombstones of these users.
     *
     * @param users ids or names, with or without {@code @}
     * @throws IOException if a name is not known, or the database is unavailable
     */
    public List<Tombstone> users(List<String> users) throws IOException {
        List<Tombstone> tombstones = new ArrayList<>();
        for (String user : users) {
            List<Long> ids = user.matches("\\d{1,19}") ? List.of(Long.valueOf(user)) : named(user);
            ids.forEach(id -> tombstones.add(new Tombstone(Kind.USER, id, Tombstone.FORGOTTEN)));
        }
        return tombstones;
    }

    private List<Long> named(String name) throws IOException {
        String plain = name.replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        List<Long> ids = select(OF_NAME, Long.class, statement -> statement.setString(1, plain));
        if (ids.isEmpty()) {
            throw new IOException("no account named '" + name + "' is stored: name its id");
        }
        return ids;
    }

    /** Returns how many stored posts these tombstones would remove. */
    public long posts(Collection<Tombstone> tombstones) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(STORED)) {
            Object[] ids = new AffectedPosts(connection)
                    .of(tombstones).stream().map(Tombstone::id).toArray();
            count.setArray(1, connection.createArrayOf("bigint", ids));
            ResultSet counted = count.executeQuery();
            counted.next();
            return counted.getLong(1);
        } catch (SQLException e) {
            throw SqlErrors.outage("posts cannot be counted in the warehouse", e);
        }
    }

    /** Returns the ids of an account's posts. */
    List<Long> postsOf(long user) throws IOException {
        return select(OF_USERS, Long.class, select -> select.setArray(1, array(select, "bigint", List.of(user))));
    }

    /** Returns tombstones of the posts that X withholds in one of these countries. */
    public List<Tombstone> withheldIn(Collection<String> countries) throws IOException {
        return select(WITHHELD, Long.class, select -> select.setArray(1, array(select, "text", countries))).stream()
                .map(post -> new Tombstone(Kind.POST, post, "withheld"))
                .toList();
    }

    private static Array array(PreparedStatement statement, String type, Collection<?> values) throws SQLException {
        return statement.getConnection().createArrayOf(type, values.toArray());
    }

    /** Returns the processes that follow sources just now. */
    public List<String> processes() throws IOException {
        return select(PROCESSES, String.class, statement -> {});
    }

    /** Gives a statement its values. */
    @FunctionalInterface
    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private <T> List<T> select(String sql, Class<T> type, Values values) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            values.set(select);
            ResultSet found = select.executeQuery();
            List<T> all = new ArrayList<>();
            while (found.next()) {
                all.add(found.getObject(1, type));
            }
            return all;
        } catch (SQLException e) {
            throw SqlErrors.outage("the warehouse cannot be read", e);
        }
    }
}
