package io.hashlake.dataset.load;

import io.hashlake.dataset.declaration.Dataset;
import io.hashlake.dataset.declaration.DatasetColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates the table of a dataset, or adds the columns that it lacks. Nothing is ever taken away or converted. */
final class TableSchema {

    private static final String COLUMNS = """
            SELECT attname, format_type(atttypid, atttypmod)
            FROM pg_attribute
            WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped""";

    private static final String KEY = """
            SELECT a.attname
            FROM pg_index i
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
            WHERE i.indrelid = to_regclass(?) AND i.indisprimary""";

    private final Connection connection;
    private final List<String> problems;

    /** @param problems takes what stands in the way */
    TableSchema(Connection connection, List<String> problems) {
        this.connection = connection;
        this.problems = problems;
    }

    void apply(Dataset dataset) throws SQLException {
        String table = Names.table(dataset.name());
        Map<String, String> existing = existing(table);
        if (existing.isEmpty()) {
            create(dataset, table);
        } else {
            requireKey(dataset, table);
            for (DatasetColumn column : dataset.columns()) {
                add(dataset, column, existing.get(column.name()));
            }
        }
        comment(dataset, table);
    }

    private Map<String, String> existing(String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, table);
            ResultSet found = select.executeQuery();
            while (found.next()) {
                types.put(found.getString(1), found.getString(2));
            }
        }
        return types;
    }

    private void create(Dataset dataset, String table) throws SQLException {
        String columns = dataset.columns().stream().map(TableSchema::declared).collect(Collectors.joining(", "));
        execute("CREATE TABLE " + table + " (" + columns + ", PRIMARY KEY (" + Names.list(dataset.keyColumns()) + "))");
    }

    private static String declared(DatasetColumn column) {
        return Names.column(column.name()) + " " + column.format().sqlType();
    }

    private void requireKey(Dataset dataset, String table) throws SQLException {
        Set<String> key = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(KEY)) {
            select.setString(1, table);
            ResultSet found = select.executeQuery();
            while (found.next()) {
                key.add(found.getString(1));
            }
        }
        if (!key.equals(Set.copyOf(dataset.key()))) {
            problems.add(
                    dataset.location() + ":1: key = '" + String.join(", ", dataset.key()) + "': the table has the key "
                            + String.join(", ", key) + "; declare that one, or drop the table " + table);
        }
    }

    private void add(Dataset dataset, DatasetColumn column, String existing) throws SQLException {
        if (existing == null) {
            execute("ALTER TABLE " + Names.table(dataset.name()) + " ADD COLUMN " + declared(column));
        } else if (!existing.equals(column.format().sqlType())) {
            problems.add(dataset.location() + ":1: column " + column.name() + ": is declared as "
                    + column.format().sqlType() + ", but the table has " + existing
                    + "; declare a column of another name, or change the table's");
        }
    }

    private void comment(Dataset dataset, String table) throws SQLException {
        execute("COMMENT ON TABLE " + table + " IS " + Names.literal(dataset.description()));
        for (DatasetColumn column : dataset.columns()) {
            if (problems.isEmpty()) {
                execute("COMMENT ON COLUMN " + table + "." + Names.column(column.name()) + " IS "
                        + Names.literal(column.description()));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
