package io.hashlake.warehouse;

import io.hashlake.tweet.Cursors;
import io.hashlake.tweet.Origins;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setString(1, Origins.require(origin));
            upsert.setString(2, Objects.requireNonNull(position, "position"));
            upsert.setObject(3, Times.utc(clock.instant()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("the cursor of " + origin + " cannot be stored in the warehouse just now", e);
        }
    }
}
