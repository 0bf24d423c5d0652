package io.hashlake.warehouse.sql;

import io.hashlake.DocumentedSql;
import io.hashlake.DocumentedSql.Engine;
import io.hashlake.warehouse.TestWarehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The role that docs/bi.md makes for BI tools. */
final class BiReader {

    private static final String NAME = "hashlake_bi";

    private BiReader() {}

    /** Runs the statements of the page that make it, and logs in with what they say. */
    static DataSource create(PGSimpleDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : documented().filter(BiReader::makesTheRole).toList()) {
                statement.execute(sql);
            }
        }
        PGSimpleDataSource reader = new PGSimpleDataSource();
        reader.setUrl(database.getUrl());
        reader.setUser(NAME);
        reader.setPassword("change me");
        return reader;
    }

    static List<String> queries() {
        return documented().filter(sql -> !makesTheRole(sql)).toList();
    }

    static void drop(DataSource database) throws SQLException {
        TestWarehouse.update(database, """
                DO $$ BEGIN
                    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                        DROP OWNED BY %1$s;
                        DROP ROLE %1$s;
                    END IF;
                END $$""".formatted(NAME));
    }

    private static boolean makesTheRole(String sql) {
        return sql.contains(NAME);
    }

    private static Stream<String> documented() {
        return DocumentedSql.of(Engine.POSTGRESQL).stream()
                .filter(block -> block.document().equals(Path.of("docs/bi.md")))
                .flatMap(block -> block.statements().stream());
    }
}
