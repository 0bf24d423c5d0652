package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.Tombstones;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** The tables {@code ops.tombstone} and {@code ops.erasure}: what is to be erased, and how far that is done. */
public final class ErasureLedger {

    private static final String BEGIN = Sql.load("begin-erasure");
    private static final String INSERT_ERASURE = Sql.load("insert-erasure");
    private static final String INSERT_TOMBSTONES = Sql.load("insert-tombstones");
    private static final String DUE = Sql.load("select-due-erasures");
    private static final String TOMBSTONES = Sql.load("select-tombstones-of");
    private static final String MARK = Sql.load("mark-erasures");

    private final DataSource dataSource;
    private final Clock clock;

    public ErasureLedger(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Erasures that are to be carried out, for the first or for the second time. */
    public record Due(List<Long> erasures, Tombstones tombstones) {

        public boolean isEmpty() {
            return erasures.isEmpty();
        }
    }

    /**
     * Sets tombstones, of which those that stand already stay as they are.
     *
     * @param reason for the audit
     * @return how many are new; without any, nothing was written
     */
    public long set(String reason, Collection<Tombstone> tombstones) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long set = set(connection, reason, Set.copyOf(tombstones));
                if (set > 0) {
                    connection.commit();
                }
                return set;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw SqlErrors.outage("tombstones cannot be set in the warehouse", e);
        }
    }

    private long set(Connection connection, String reason, Set<Tombstone> tombstones) throws SQLException {
        try (Statement begin = connection.createStatement()) {
            begin.execute(BEGIN);
        }
        long erasure = insertErasure(connection, reason);
        Set<Tombstone> all = new HashSet<>(tombstones);
        all.addAll(new AffectedPosts(connection).of(tombstones));
        return insert(connection, erasure, all);
    }

    private long insertErasure(Connection connection, String reason) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ERASURE)) {
            insert.setString(1, reason);
            insert.setObject(2, Times.utc(clock.instant()));
            ResultSet inserted = insert.executeQuery();
            inserted.next();
            return inserted.getLong(1);
        }
    }

    private long insert(Connection connection, long erasure, Set<Tombstone> tombstones) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_TOMBSTONES)) {
            insert.setObject(1, Times.utc(clock.instant()));
            insert.setLong(2, erasure);
            insert.setArray(3, connection.createArrayOf("text", values(tombstones, one -> one.kind()
                    .id())));
            insert.setArray(4, connection.createArrayOf("bigint", values(tombstones, Tombstone::id)));
            insert.setArray(5, connection.createArrayOf("text", values(tombstones, Tombstone::reason)));
            insert.setLong(6, erasure);
            ResultSet counted = insert.executeQuery();
            counted.next();
            return counted.getLong(1);
        }
    }

    private static Object[] values(Set<Tombstone> tombstones, Function<Tombstone, Object> value) {
        return tombstones.stream().map(value).toArray();
    }

    /** Notes in the audit that everything is about to be erased. */
    public void setEverything() throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            insertErasure(connection, "forget everything");
        } catch (SQLException e) {
            throw SqlErrors.outage("the audit cannot be written to the warehouse", e);
        }
    }

    /**
     * Returns the erasures that no store has been searched for, and those that were carried out so long ago.
     *
     * @param settle after which whatever was on its way has arrived
     */
    public Due due(Duration settle) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, Times.utc(clock.instant().minus(settle)));
            ResultSet found = select.executeQuery();
            List<Long> erasures = new ArrayList<>();
            while (found.next()) {
                erasures.add(found.getLong(1));
            }
            return new Due(erasures, tombstones(connection, erasures));
        } catch (SQLException e) {
            throw SqlErrors.outage("the erasures cannot be read from the warehouse", e);
        }
    }

    private static Tombstones tombstones(Connection connection, List<Long> erasures) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOMBSTONES)) {
            select.setArray(1, connection.createArrayOf("bigint", erasures.toArray()));
            return TombstoneRows.read(select.executeQuery(), 0).tombstones();
        }
    }

    /** Notes that every store was gone through for these, with what was removed. */
    public void mark(Due due, long removed) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            Instant now = clock.instant();
            Object[] ids = due.erasures().toArray();
            mark.setArray(1, connection.createArrayOf("bigint", ids));
            mark.setLong(2, removed);
            mark.setObject(3, Times.utc(now));
            mark.setObject(4, Times.utc(now));
            mark.setArray(5, connection.createArrayOf("bigint", ids));
            mark.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("the erasures cannot be marked in the warehouse", e);
        }
    }
}
