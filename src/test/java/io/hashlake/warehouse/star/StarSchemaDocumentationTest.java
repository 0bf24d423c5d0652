package io.hashlake.warehouse.star;

import static io.hashlake.warehouse.TestWarehouse.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.warehouse.TestWarehouse;
import io.hashlake.warehouse.sink.ObservedPosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/star-schema.dbml} is made of the migrated database; {@code -Dhashlake.update-docs=true} writes it anew. The queries
 * in {@code docs/star-schema.md} run.
 */
@ServerTest
class StarSchemaDocumentationTest {

    private static final Path DBML = Path.of("docs", "star-schema.dbml");
    private static final Path DOCUMENT = Path.of("docs", "star-schema.md");

    private static final String TABLES = """
            SELECT relname AS name, oid::bigint AS oid, obj_description(oid) AS note FROM pg_class
            WHERE relnamespace = 'dw'::regnamespace AND relkind = 'r' ORDER BY oid
            """;

    private static final String COLUMNS = """
            SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attnotnull AS required,
                   attidentity <> '' AS generated, col_description(attrelid, attnum) AS note,
                   EXISTS (SELECT FROM pg_index WHERE indrelid = attrelid AND indisprimary AND indkey::text = attnum::text) AS key
            FROM pg_attribute WHERE attrelid = %d AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """;

    private static final String INDEXES = """
            SELECT string_agg(attname, ', ' ORDER BY position) AS columns, indisprimary AS key, indisunique AS is_unique,
                   pg_get_expr(indpred, indrelid) AS condition, count(*) AS size
            FROM pg_index
            CROSS JOIN unnest(indkey) WITH ORDINALITY AS part (number, position)
            JOIN pg_attribute ON attrelid = indrelid AND attnum = part.number
            WHERE indrelid = %d AND position <= indnkeyatts GROUP BY indexrelid, indisprimary, indisunique, pg_get_expr(indpred, indrelid), indrelid
            ORDER BY indexrelid
            """;

    /** There are no foreign keys: a column leads to the dimension whose primary key has its name. */
    private static final String REFERENCES = """
            SELECT fact.relname || '.' || own.attname AS from_column, dim.relname || '.' || key.attname AS to_column
            FROM pg_class dim
            JOIN pg_index ON indrelid = dim.oid AND indisprimary
            JOIN pg_attribute key ON key.attrelid = dim.oid AND key.attnum = ANY (indkey)
            JOIN pg_attribute own ON own.attname = key.attname
            JOIN pg_class fact ON fact.oid = own.attrelid AND fact.relkind = 'r' AND fact.relnamespace = dim.relnamespace
            WHERE dim.relnamespace = 'dw'::regnamespace AND dim.relname LIKE 'dim%' AND fact.relname LIKE 'fact%'
            ORDER BY fact.oid, own.attnum
            """;

    private final DataSource database = TestWarehouse.migrated();

    @Test
    void theDiagramIsThatOfTheMigratedDatabase() throws Exception {
        String expected = diagram();
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(DBML, expected);
        }
        assertThat(Files.readString(DBML)).isEqualTo(expected);
    }

    @Test
    void everyTableAndColumnSaysWhatItMeans() throws Exception {
        for (Map<String, Object> table : rows(database, TABLES)) {
            assertThat((String) table.get("note")).as("%s", table.get("name")).isNotBlank();
            assertThat(rows(database, COLUMNS.formatted(table.get("oid"))))
                    .allSatisfy(
                            column -> assertThat((String) column.get("note")).isNotBlank());
        }
    }

    @Test
    void theQueriesRun() throws Exception {
        ObservedPosts.commit(ObservedPosts.sink(database), new ObservedPosts(1).some(50));
        StarJob.runOnce(database, "America/Sao_Paulo");
        String sql = Files.readString(DOCUMENT).replaceAll("(?s).*```sql\n(.*?)```.*", "$1");
        List<String> queries = Pattern.compile(";\\s*\n")
                .splitAsStream(sql)
                .filter(query -> !query.isBlank())
                .toList();
        assertThat(queries).hasSize(3);
        for (String query : queries) {
            assertThat(rows(database, query)).isNotEmpty();
        }
    }

    private String diagram() throws SQLException {
        StringBuilder dbml = new StringBuilder("""
                // The schema dw, for https://dbdiagram.io and other readers of DBML.
                Project hashlake {
                  database_type: 'PostgreSQL'
                }
                """);
        for (Map<String, Object> table : rows(database, TABLES)) {
            dbml.append(table(table));
        }
        dbml.append('\n');
        rows(database, REFERENCES)
                .forEach(reference -> dbml.append(
                        "Ref: dw.%s > dw.%s%n".formatted(reference.get("from_column"), reference.get("to_column"))));
        return dbml.toString();
    }

    private String table(Map<String, Object> table) throws SQLException {
        String columns = rows(database, COLUMNS.formatted(table.get("oid"))).stream()
                .map(StarSchemaDocumentationTest::column)
                .collect(Collectors.joining());
        String indexes = rows(database, INDEXES.formatted(table.get("oid"))).stream()
                .filter(index -> !((Boolean) index.get("key")) || (Long) index.get("size") > 1)
                .map(StarSchemaDocumentationTest::index)
                .collect(Collectors.joining());
        return "%nTable dw.%s {%n%s%s  Note: '%s'%n}%n"
                .formatted(
                        table.get("name"),
                        columns,
                        indexes.isEmpty() ? "" : "  indexes {%n%s  }%n".formatted(indexes),
                        quoted(table.get("note")));
    }

    private static String column(Map<String, Object> column) {
        String settings = ((Boolean) column.get("key") ? "pk, " : "")
                + ((Boolean) column.get("generated") ? "increment, " : "")
                + ((Boolean) column.get("required") ? "not null, " : "");
        return "  %s %s [%snote: '%s']%n"
                .formatted(column.get("name"), type(column.get("type")), settings, quoted(column.get("note")));
    }

    private static String index(Map<String, Object> index) {
        String settings = (Boolean) index.get("key") ? " [pk]" : (Boolean) index.get("is_unique") ? " [unique]" : "";
        String condition = index.get("condition") == null ? "" : " // where " + index.get("condition");
        return "    (%s)%s%s%n".formatted(index.get("columns"), settings, condition);
    }

    private static String type(Object type) {
        String name = (String) type;
        return name.contains(" ") ? '"' + name + '"' : name;
    }

    private static String quoted(Object note) {
        return ((String) note).replace("'", "\\'");
    }
}
