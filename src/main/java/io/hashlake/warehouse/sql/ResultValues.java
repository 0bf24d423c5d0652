package io.hashlake.warehouse.sql;

import io.hashlake.warehouse.sql.SqlOutcome.Column;
import io.hashlake.warehouse.sql.SqlOutcome.Rows;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a result. Numbers, truth values and lists of these or of texts stay what they are; all else is text as PostgreSQL writes it. */
final class ResultValues {

    private static final Pattern UTC =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)\\+00");

    private ResultValues() {}

    static Rows read(ResultSet found, int limit) throws SQLException {
        ResultSetMetaData columns = found.getMetaData();
        List<List<Object>> rows = new ArrayList<>();
        while (rows.size() < limit && found.next()) {
            rows.add(row(found, columns));
        }
        return new Rows(columns(columns), rows, rows.size() == limit && found.next());
    }

    /** The last one is the guard. */
    private static int count(ResultSetMetaData columns) throws SQLException {
        return columns.getColumnCount() - 1;
    }

    private static List<Column> columns(ResultSetMetaData columns) throws SQLException {
        List<Column> named = new ArrayList<>();
        for (int i = 1; i <= count(columns); i++) {
            named.add(new Column(columns.getColumnLabel(i), columns.getColumnTypeName(i)));
        }
        return named;
    }

    private static List<Object> row(ResultSet found, ResultSetMetaData columns) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= count(columns); i++) {
            row.add(value(found, i, columns.getColumnType(i), columns.getColumnTypeName(i)));
        }
        return Collections.unmodifiableList(row);
    }

    private static Object value(ResultSet found, int column, int type, String name) throws SQLException {
        String text = found.getString(column);
        if (text == null) {
            return null;
        }
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> name.equals("oid") ? text : Long.valueOf(text);
            case Types.REAL, Types.DOUBLE, Types.NUMERIC -> number(text);
            case Types.BIT, Types.BOOLEAN -> name.equals("bool") ? (Object) found.getBoolean(column) : text;
            case Types.ARRAY -> list(found.getArray(column), text);
            default -> UTC.matcher(text).replaceFirst("$1T$2Z");
        };
    }

    /** Infinity and NaN are no numbers in JSON. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object list(Array array, String text) throws SQLException {
        return switch (array.getBaseType()) {
            case Types.VARCHAR, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                array.getArray() instanceof Object[] values ? nested(values) : text;
            default -> text;
        };
    }

    private static List<Object> nested(Object[] values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Object[] inner ? nested(inner) : value)
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
