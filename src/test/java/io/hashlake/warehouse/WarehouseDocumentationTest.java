package io.hashlake.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import io.hashlake.tweet.ColumnsDocumentTest;
import io.hashlake.tweet.TweetFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** {@code docs/warehouse.md}, the table of a post's fields and the migrated database say the same. */
@ServerTest
class WarehouseDocumentationTest {

    private static final Path DOCUMENT = Path.of("docs", "warehouse.md");
    private static final String TWEET = "twitter.tweet";
    private static final Pattern TABLE = Pattern.compile("### `([^`]+)`");
    private static final Pattern COLUMN = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| ([^|]*)\\| (.+) \\|");

    /** What Flyway keeps is Flyway's to document. */
    private static final String COLUMNS = """
            SELECT format('%I.%I', n.nspname, c.relname) AS table, a.attname AS column,
                   format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
                   col_description(c.oid, a.attnum) AS comment, obj_description(c.oid) AS table_comment
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE n.nspname IN ('twitter', 'ops') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relname <> 'flyway_schema_history'
            ORDER BY n.nspname DESC, c.oid, a.attnum
            """;

    private final DataSource database = TestWarehouse.migrated();

    record Column(String table, String name, String type, boolean nullable, String meaning) {}

    @Test
    void namesEveryColumnWithItsTypeAndMeaningInOrder() throws Exception {
        assertThat(documented())
                .containsExactlyElementsOf(migrated().stream()
                        .filter(column -> !column.table().equals(TWEET))
                        .toList());
    }

    @Test
    void hasAColumnForEachFieldOfAPost() throws Exception {
        Stream<Column> fields = TweetFields.ALL.stream()
                .filter(field -> !field.inLakeAlone())
                .map(field -> new Column(
                        TWEET,
                        field.name(),
                        ColumnsDocumentTest.WAREHOUSE.get(field.type()),
                        field.optional(),
                        field.meaning().replace("`", "")));
        Stream<Column> others = ColumnsDocumentTest.OF_THE_WAREHOUSE.stream()
                .map(column -> new Column(
                        TWEET, column.get(0), column.get(1), !column.get(2).equals("never"), column.get(3)));
        assertThat(migrated().stream().filter(column -> column.table().equals(TWEET)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(fields, others).toList());
    }

    @Test
    void hasACommentOnEveryTable() throws Exception {
        assertThat(TestWarehouse.rows(database, COLUMNS))
                .isNotEmpty()
                .allSatisfy(row -> assertThat((String) row.get("table_comment")).isNotBlank());
    }

    @Test
    void showsQueriesThatRun() throws Exception {
        String sql = Files.readString(DOCUMENT).replaceAll("(?s).*```sql\n(.*?)```.*", "$1");
        List<String> queries = Pattern.compile(";\\s*\n")
                .splitAsStream(sql)
                .filter(query -> !query.isBlank())
                .toList();
        assertThat(queries).hasSize(5);
        for (String query : queries) {
            assertThat(TestWarehouse.rows(database, query)).isEmpty();
        }
    }

    private static List<Column> documented() throws Exception {
        List<Column> columns = new ArrayList<>();
        String table = null;
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher heading = TABLE.matcher(line);
            table = heading.matches() ? heading.group(1) : table;
            Matcher column = COLUMN.matcher(line);
            if (column.matches()) {
                boolean nullable = column.group(3).strip().equals("yes");
                columns.add(new Column(table, column.group(1), column.group(2).strip(), nullable, column.group(4)));
            }
        }
        return columns;
    }

    private List<Column> migrated() throws SQLException {
        return TestWarehouse.rows(database, COLUMNS).stream()
                .map(row -> new Column(
                        (String) row.get("table"),
                        (String) row.get("column"),
                        (String) row.get("type"),
                        (Boolean) row.get("nullable"),
                        (String) row.get("comment")))
                .toList();
    }
}
