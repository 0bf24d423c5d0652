package io.hashlake.warehouse.analytics;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Database that explains every prepared query instead of answering it, and answers with no rows. */
final class ExplainedStatements {

    private final DataSource database;
    private final List<String> lines = new ArrayList<>();

    ExplainedStatements(DataSource database) {
        this.database = database;
    }

    /** Returns the lines of all plans so far. */
    List<String> lines() {
        return lines;
    }

    DataSource database() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(database, method, arguments);
            return result instanceof Connection connection ? explaining(connection) : result;
        });
    }

    private Connection explaining(Connection connection) {
        return proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("prepareStatement")
                        ? explaining(connection.prepareStatement("EXPLAIN " + arguments[0]))
                        : call(connection, method, arguments));
    }

    private PreparedStatement explaining(PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> method.getName().equals("executeQuery")
                        ? explained(statement)
                        : call(statement, method, arguments));
    }

    private ResultSet explained(PreparedStatement statement) throws SQLException {
        try (ResultSet plan = statement.executeQuery()) {
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
        }
        return statement.getConnection().createStatement().executeQuery("SELECT WHERE false");
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                ExplainedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
