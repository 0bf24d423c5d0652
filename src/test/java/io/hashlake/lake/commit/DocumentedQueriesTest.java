package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.DocumentedSql;
import io.hashlake.DocumentedSql.Engine;
import io.hashlake.Notebook;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries that documents show for DuckDB give what they say, whatever is followed. */
class DocumentedQueriesTest {

    private static final String MARTS = "data/lake/marts";

    @TempDir
    static Path root;

    @BeforeAll
    static void write() throws IOException {
        LakeFixture.write(root);
        LakeFixture.writeRaw(root);
    }

    @Test
    void everyQueryRuns() throws IOException, SQLException {
        List<DocumentedSql> blocks = DocumentedSql.of(Engine.DUCKDB).stream()
                .filter(block -> !block.sql().contains(MARTS))
                .toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
        for (DocumentedSql block : blocks) {
            try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = duckdb.createStatement()) {
                for (String sql : block.statements()) {
                    assertThat(statement.execute(here(sql)) || sql.startsWith("CREATE"))
                            .as("%s: %s", block.document(), sql)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyPostIsCountedOnce() throws IOException, SQLException {
        assertThat(answers("Every post once, though it may stand in several partitions"))
                .containsExactly(Integer.toString(LakeFixture.POSTS));
    }

    @Test
    void everyHashtagIsAGroupOfItsOwn() throws IOException, SQLException {
        List<String> expected = new ArrayList<>(LakeFixture.HASHTAGS);
        expected.add(null);
        assertThat(answers("Posts per day and hashtag")).hasSameSizeAs(expected);
        List<String> found = answers("Posts per day and hashtag").stream()
                .map(hashtag -> "__HIVE_DEFAULT_PARTITION__".equals(hashtag) ? null : hashtag)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyStatementOfTheNotebookRuns() throws IOException, SQLException {
        List<String> statements = Notebook.read().lakeStatements();
        assertThat(statements).hasSizeGreaterThan(5);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (String sql : statements) {
                assertThat(statement.execute(here(sql)) || sql.contains("CREATE"))
                        .as(sql)
                        .isTrue();
            }
        }
    }

    /** The first column of a query of docs/lake.md, behind its comment. */
    private static List<String> answers(String comment) throws IOException, SQLException {
        DocumentedSql block = DocumentedSql.of(Engine.DUCKDB).stream()
                .filter(candidate -> candidate.sql().contains(comment))
                .findFirst()
                .orElseThrow();
        List<String> rows = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(here(block.statements().get(0)));
            ResultSet found = statement.executeQuery(here(block.statement(comment)));
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static String here(String sql) {
        return sql.replace("data/lake", root.toString());
    }
}
