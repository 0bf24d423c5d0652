package io.hashlake.warehouse;

import io.hashlake.tweet.Gap;
import io.hashlake.tweet.Gaps;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;

/** The ledger of gaps in the table {@code ops.gap}. Safe for use by several threads, as far as the data source is. */
public final class JdbcGaps implements Gaps {

    private static final String INSERT = Sql.load("insert-gap");

    private final DataSource dataSource;
    private final Clock clock;

    public JdbcGaps(DataSource dataSource, Clock clock) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public void declare(Gap gap) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, gap.origin());
            insert.setObject(2, Times.utc(gap.from()));
            insert.setObject(3, Times.utc(gap.to()));
            insert.setString(4, StorableText.of(gap.reason()));
            insert.setObject(5, Times.utc(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("a gap of " + gap.origin() + " cannot be declared in the warehouse just now", e);
        }
    }
}
