package io.hashlake.lake.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.Documents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Athena's saved queries are of the SQL that DuckDB has as well, and name columns that the lake has. */
class SavedQueriesTest {

    /** As in Glue's table, where days are text. */
    private static final String TWEETS = """
            CREATE VIEW tweets AS FROM read_parquet('%s/tweets/**/*.parquet',
                hive_partitioning = true, hive_types = {'hashtag': VARCHAR, 'dt': VARCHAR})""";

    @TempDir
    static Path root;

    private static Connection duckdb;

    @BeforeAll
    static void write() throws IOException, SQLException {
        LakeFixture.write(root);
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(TWEETS.formatted(root));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    static Stream<Path> queries() {
        return Documents.files(Path.of("deploy/terraform/modules/athena/queries"), ".sql").stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryRunsAndBeginsWithItsDescription(Path query) throws SQLException {
        String sql = Documents.read(query);
        assertThat(sql).startsWith("-- ");
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.getMetaData().getColumnCount()).isPositive();
        }
    }
}
