package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.TombstoneSource;
import io.hashlake.core.erasure.Tombstones;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The table {@code ops.tombstone}, held in memory and read on every few seconds. While the database is unavailable the known
 * ones hold: nobody can set others then. Safe for use by several threads.
 */
public final class JdbcTombstones implements TombstoneSource {

    private static final Logger LOG = Logger.getLogger(JdbcTombstones.class);
    private static final String SELECT = Sql.load("select-new-tombstones");
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private volatile Tombstones known = Tombstones.NONE;
    private volatile long nextRead = Long.MIN_VALUE;
    private long last;
    private boolean isRead;

    public JdbcTombstones(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Tombstones current() throws IOException {
        return System.nanoTime() < nextRead ? known : read();
    }

    private synchronized Tombstones read() throws IOException {
        try {
            readNew();
            isRead = true;
        } catch (SQLException e) {
            IOException outage = SqlErrors.outage("the tombstones cannot be read from the warehouse", e);
            if (!isRead) {
                throw outage;
            }
            LOG.debug("The known tombstones hold", outage);
        }
        nextRead = System.nanoTime() + FRESH.toNanos();
        return known;
    }

    private void readNew() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, last);
            TombstoneRows rows = TombstoneRows.read(select.executeQuery(), last);
            known = known.plus(rows.tombstones());
            last = rows.last();
        }
    }
}
