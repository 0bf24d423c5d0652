package io.hashlake.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that are executed by connections of a data source; those of a batch count as one. */
final class CountedStatements {

    /** What is handed out, by the method that does. */
    private static final Map<String, Class<?>> COUNTED = Map.of(
            "getConnection", Connection.class,
            "createStatement", Statement.class,
            "prepareStatement", PreparedStatement.class);

    private final AtomicInteger count = new AtomicInteger();

    DataSource over(DataSource source) {
        return (DataSource) counted(DataSource.class, source);
    }

    /** Returns how many there were since it was last asked. */
    int next() {
        return count.getAndSet(0);
    }

    private Object counted(Class<?> type, Object behind) {
        InvocationHandler handler = (proxy, method, given) -> invoke(behind, method, given);
        return Proxy.newProxyInstance(CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private Object invoke(Object behind, Method method, Object[] given) throws Throwable {
        try {
            if (method.getName().startsWith("execute")) {
                count.incrementAndGet();
            }
            Object result = method.invoke(behind, given);
            Class<?> type = COUNTED.get(method.getName());
            return type == null ? result : counted(type, result);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
