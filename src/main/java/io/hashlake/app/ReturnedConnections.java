package io.hashlake.app;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Takes from a connection the time limit that whoever used it last had set: a page is given up after seconds, the commit of a
 * sink after a minute, but a job may wait for one statement for an hour.
 */
@Singleton
final class ReturnedConnections implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(ReturnedConnections.class);

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException e) {
            LOG.debugf("A connection that is of no more use was returned: %s", e.getMessage());
        }
    }
}
