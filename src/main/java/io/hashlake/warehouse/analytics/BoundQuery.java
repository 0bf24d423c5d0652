package io.hashlake.warehouse.analytics;

import io.hashlake.tweet.StorableText;
import io.hashlake.warehouse.jdbc.NetworkTimeout;
import io.hashlake.warehouse.jdbc.SqlErrors;
import io.hashlake.warehouse.jdbc.Times;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** One question with its parameters. */
final class BoundQuery {

    private final Question question;
    private final Map<String, Object> values = new HashMap<>();

    BoundQuery(Question question) {
        this.question = question;
    }

    /** @param value a moment, a list of moments or texts, a text or a number; null for none */
    BoundQuery with(String parameter, Object value) {
        values.put(parameter, value);
        return this;
    }

    BoundQuery with(WholeHours whole) {
        return with("whole_from", whole.from()).with("whole_to", whole.to());
    }

    <T> List<T> ask(DataSource database, Duration timeout, RowReader<T> reader) throws IOException {
        try (Connection connection = database.getConnection()) {
            NetworkTimeout.set(connection, timeout);
            try {
                return ask(connection, timeout, reader);
            } finally {
                NetworkTimeout.lift(connection);
            }
        } catch (SQLException e) {
            throw SqlErrors.outage("the warehouse cannot answer the question '" + question.name() + "'", e);
        }
    }

    private <T> List<T> ask(Connection connection, Duration timeout, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question.sql())) {
            // A plan for these very values: a period of minutes and one of years have little in common.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
            bind(statement);
            return read(statement, reader);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reader.read(found));
            }
            return List.copyOf(rows);
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        List<String> parameters = question.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            bind(statement, i + 1, values.get(parameters.get(i)));
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Instant time) {
            statement.setObject(index, Times.utc(time));
        } else if (value instanceof List<?> list) {
            boolean times = !list.isEmpty() && list.get(0) instanceof Instant;
            statement.setArray(
                    index,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    times ? "timestamptz" : "text",
                                    list.stream().map(BoundQuery::element).toArray()));
        } else if (value instanceof String text) {
            statement.setString(index, StorableText.of(text));
        } else if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, value);
        }
    }

    private static String element(Object element) {
        return element instanceof Instant time ? Times.utc(time).toString() : StorableText.of((String) element);
    }

    /** Reads the row that a result stands at. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
