package io.hashlake.warehouse.star;

import io.hashlake.warehouse.jdbc.ExportedValues;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a row's values as the table's columns have them. */
record StarRow(StarTable table) {

    Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ExportedValues.read(row, i + 1, table.columns().get(i).type());
        }
        return values;
    }
}
