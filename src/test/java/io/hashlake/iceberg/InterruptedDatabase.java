package io.hashlake.iceberg;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database whose connections can be refused, and can break when their work is done but its end was not heard of. */
final class InterruptedDatabase {

    private InterruptedDatabase() {}

    /** @param interruption runs before each connection is opened, and after it was used */
    static DataSource of(DataSource database, Runnable interruption) {
        return proxy(DataSource.class, (any, method, arguments) -> {
            happen(interruption);
            return connection(database.getConnection(), interruption);
        });
    }

    private static Connection connection(Connection connection, Runnable interruption) {
        return proxy(Connection.class, (any, method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            if (method.getName().equals("close")) {
                happen(interruption);
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static void happen(Runnable interruption) throws SQLException {
        try {
            interruption.run();
        } catch (UncheckedIOException e) {
            throw new SQLException(e.getMessage(), "08006", e);
        }
    }
}
