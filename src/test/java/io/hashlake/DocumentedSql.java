package io.hashlake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SQL that a document shows, so that tests run it as it stands there.
 *
 * @param document where it stands
 * @param sql one block, of any number of statements
 */
public record DocumentedSql(Path document, String sql) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sql\\n(.*?)^```$");

    /** What runs it. */
    public enum Engine {
        DUCKDB,
        SPARK,
        POSTGRESQL
    }

    /** Every block of the README and of docs. */
    public static List<DocumentedSql> all() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(file -> file.toString()
                            .endsWith(".md")))
                    .sorted()
                    .flatMap(DocumentedSql::blocks)
                    .toList();
        }
    }

    public static List<DocumentedSql> of(Engine engine) throws IOException {
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
        try {
            return BLOCK.matcher(Files.readString(document))
                    .results()
                    .map(found -> new DocumentedSql(document, found.group(1)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
