package io.hashlake.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Gives up a server that is there but answers nothing, not even that a statement's time is up. A connection is lent to others
 * afterwards, who may have more patience: a job waits for one statement for an hour.
 */
public final class NetworkTimeout {

    private static final Logger LOG = Logger.getLogger(NetworkTimeout.class);

    /** Margin that leaves it to the server to end a statement that takes too long. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private NetworkTimeout() {}

    /** @param statements how long a statement may take */
    public static void set(Connection connection, Duration statements) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) statements.plus(GRACE).toMillis());
    }

    /** Waits for ever again. */
    public static void lift(Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException e) {
            LOG.debugf("Cannot lift the connection's network timeout: %s", e.getMessage());
        }
    }
}
