package io.hashlake.warehouse.ledger;

import io.hashlake.core.Cursors;
import io.hashlake.core.LostLeaseException;
import io.hashlake.core.Origins;
import io.hashlake.core.SourceLeases;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Cursors in the table {@code ops.cursor}. Safe for use by several threads, as far as the data source is. */
public final class JdbcCursors implements Cursors {

    private static final String SELECT = Sql.load("select-cursor");
    private static final String UPSERT = Sql.load("upsert-cursor");

    private final DataSource dataSource;
    private final Clock clock;
    private final SourceLeases leases;

    public JdbcCursors(DataSource dataSource, Clock clock) {
        this(dataSource, clock, new SourceLeases() {});
    }

    /** @param leases under which positions are stored */
    public JdbcCursors(DataSource dataSource, Clock clock, SourceLeases leases) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.leases = Objects.requireNonNull(leases, "leases");
    }

    @Override
    public Optional<String> position(String origin) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, Origins.require(origin));
            ResultSet found = select.executeQuery();
            return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw SqlErrors.outage("the cursor of " + origin + " cannot be read from the warehouse", e);
        }
    }

    @Override
    public void advance(String origin, String position) throws IOException {
        advanceAll(Map.of(origin, position));
    }

    /**
     * One statement, and so all of them or none; but none of those whose leases were lost.
     *
     * @throws LostLeaseException if there are such, and all others are stored
     */
    @Override
    public void advanceAll(Map<String, String> positions) throws IOException {
        List<String> origins = positions.keySet().stream().map(Origins::require).toList();
        Set<String> lost = new HashSet<>(origins);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setArray(1, connection.createArrayOf("text", origins.toArray()));
            upsert.setArray(
                    2, connection.createArrayOf("text", positions.values().toArray()));
            upsert.setArray(3, connection.createArrayOf("bigint", tokens(origins)));
            upsert.setObject(4, Times.utc(clock.instant()));
            ResultSet stored = upsert.executeQuery();
            while (stored.next()) {
                lost.remove(stored.getString(1));
            }
        } catch (SQLException e) {
            throw SqlErrors.outage(
                    "the cursors of " + String.join(", ", origins) + " cannot be stored in the warehouse", e);
        }
        if (!lost.isEmpty()) {
            throw new LostLeaseException(lost);
        }
    }

    private Object[] tokens(List<String> origins) {
        return origins.stream()
                .map(leases::token)
                .map(token -> token.isPresent() ? token.getAsLong() : null)
                .toArray();
    }
}
