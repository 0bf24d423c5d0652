package io.hashlake.pipeline.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.camel.component.jdbc.DefaultConnectionStrategy;

/**
 * Gives each {@code jdbc:} step a connection that is open until the step closes it, whatever became of the server's end.
 *
 * <p>Camel closes a connection only while {@link Connection#isClosed()} denies it, and a pooled connection whose server has
 * ended it answers yes: it would never return to the pool, and a few outages would leave none for anybody.
 */
public final class JobConnections extends DefaultConnectionStrategy {

    @Override
    public Connection getConnection(DataSource database) throws SQLException {
        Connection pooled = super.getConnection(database);
        AtomicBoolean isReturned = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                JobConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("isClosed")) {
                        return isReturned.get();
                    }
                    if (method.getName().equals("close")) {
                        isReturned.set(true);
                    }
                    try {
                        return method.invoke(pooled, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
