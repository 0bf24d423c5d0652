package io.hashlake.warehouse;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.Origins;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** Cursors in the table {@code ops.cursor}. Safe for use by several threads, as far as the data source is. */
public final class JdbcCursors implements Cursors {

    private static final String SELECT = Sql.load("select-cursor");
    private static final String UPSERT = Sql.load("upsert-cursor");

    private final DataSource dataSource;
    private final Clock clock;

    public JdbcCursors(DataSource dataSource, Clock clock) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Optional<String> position(String origin) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, Origins.require(origin));
            ResultSet found = select.executeQuery();
            return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw SqlErrors.outage("the cursor of " + origin + " cannot be read from the warehouse just now", e);
        }
    }

    @Override
    public void advance(String origin, String position) throws IOException {
        advanceAll(Map.of(origin, position));
    }

    /** One statement, and so all of them or none. */
    @Override
    public void advanceAll(Map<String, String> positions) throws IOException {
        String[] origins = positions.keySet().stream().map(Origins::require).toArray(String[]::new);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, Times.utc(clock.instant()));
            upsert.setArray(2, connection.createArrayOf("text", origins));
            upsert.setArray(
                    3, connection.createArrayOf("text", positions.values().toArray(String[]::new)));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage(
                    "the cursors of " + String.join(", ", origins) + " cannot be stored in the warehouse just now", e);
        }
    }
}
