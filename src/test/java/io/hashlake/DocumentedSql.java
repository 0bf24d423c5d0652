package io.hashlake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * SQL that a document shows, so that tests run it as it stands there.
 *
 * @param document where it stands
 * @param sql one block, of any number of statements
 */
public record DocumentedSql(Path document, String sql) {

    private static final Path CASES = Path.of("docs/cases");

    /** What runs it. */
    public enum Engine {
        DUCKDB,
        SPARK,
        POSTGRESQL
    }

    /** Returns every block of the documents, but of the cases: tests of their own play them from their first line to the last. */
    public static List<DocumentedSql> all() {
        return Documents.all().stream()
                .filter(document -> !document.startsWith(CASES))
                .flatMap(DocumentedSql::blocks)
                .toList();
    }

    public static List<DocumentedSql> of(Engine engine) {
        return all().stream().filter(block -> block.engine() == engine).toList();
    }

    public Engine engine() {
        if (sql.contains("read_parquet(")) {
            return Engine.DUCKDB;
        }
        return sql.contains("USING parquet") ? Engine.SPARK : Engine.POSTGRESQL;
    }

    /** Each without the comment before it and the semicolon behind it. */
    public List<String> statements() {
        return Arrays.stream(sql.replaceAll("(?m)--.*$", "").split(";\\s*(?:\\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The one behind a comment. */
    public String statement(String comment) {
        String behind = sql.substring(sql.indexOf("-- " + comment)).replaceFirst(".*\\n", "");
        return behind.substring(0, behind.indexOf(';'));
    }

    private static Stream<DocumentedSql> blocks(Path document) {
        return Documents.blocks(document, "sql").stream().map(sql -> new DocumentedSql(document, sql));
    }
}
