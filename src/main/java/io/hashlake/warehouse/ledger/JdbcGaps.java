package io.hashlake.warehouse.ledger;

import io.hashlake.core.DeclaredGap;
import io.hashlake.core.Gap;
import io.hashlake.core.GapCount;
import io.hashlake.core.GapLedger;
import io.hashlake.core.SettledPart;
import io.hashlake.tweet.StorableText;
import io.hashlake.warehouse.jdbc.BoundStatement;
import io.hashlake.warehouse.jdbc.BoundStatement.RowReader;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** The ledger of gaps in the table {@code ops.gap}. Safe for use by several threads, as far as the data source is. */
public final class JdbcGaps implements GapLedger {

    private static final String INSERT = Sql.load("insert-gap");
    private static final String SELECT_OPEN = Sql.load("select-open-gaps");
    private static final String SELECT = Sql.load("select-gaps");
    private static final String COUNT = Sql.load("count-gaps");
    private static final String NOTE = Sql.load("note-gap");

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
            insert.setString(1, gap.source());
            insert.setObject(2, Times.utc(gap.from()));
            insert.setObject(3, Times.utc(gap.to()));
            insert.setString(4, StorableText.of(gap.reason()));
            insert.setObject(5, Times.utc(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("a gap of " + gap.source() + " cannot be declared in the warehouse", e);
        }
    }

    @Override
    public List<DeclaredGap> open(int most) throws IOException {
        return read(SELECT_OPEN, GapRow::read, most);
    }

    @Override
    public List<DeclaredGap> page(long before, int most) throws IOException {
        return read(SELECT, GapRow::read, before, most);
    }

    @Override
    public List<GapCount> counts() throws IOException {
        return read(COUNT, GapRow::readCount);
    }

    @Override
    public void note(long id, String note) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setString(1, GapRow.storable(note));
            update.setLong(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw SqlErrors.outage("gap " + id + " cannot be noted in the warehouse", e);
        }
    }

    @Override
    public void settle(long id, List<SettledPart> parts) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            new GapSettlement(connection, Times.utc(clock.instant())).settle(id, parts);
        } catch (SQLException e) {
            throw SqlErrors.outage("gap " + id + " cannot be settled in the warehouse", e);
        }
    }

    private <T> List<T> read(String query, RowReader<T> reader, Object... parameters) throws IOException {
        try {
            return BoundStatement.rows(dataSource, query, reader, parameters);
        } catch (SQLException e) {
            throw SqlErrors.outage("the gaps cannot be read from the warehouse", e);
        }
    }
}
