package io.hashlake.tweet;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in docs/columns.md is that of a post's fields; -Dhashlake.update-docs=true writes it anew. */
public class ColumnsDocumentTest {

    private static final Path FILE = Path.of("docs/columns.md");
    private static final String BEGIN = "<!-- columns: generated -->\n";
    private static final String END = "<!-- columns: end -->\n";

    private static final Map<FieldType<?>, String> LAKE = Map.ofEntries(
            entry(FieldType.ID, "int64"),
            entry(FieldType.COUNT, "int64"),
            entry(FieldType.FLAG, "boolean"),
            entry(FieldType.REAL, "double"),
            entry(FieldType.TIMESTAMP, "timestamp"),
            entry(FieldType.TEXT, "string"),
            entry(FieldType.TERM, "string"),
            entry(FieldType.LONG_TEXT, "string"),
            entry(FieldType.IDS, "list of int64"),
            entry(FieldType.TEXTS, "list of string"),
            entry(FieldType.TERMS, "list of string"));

    /** Names of types as PostgreSQL has them. */
    public static final Map<FieldType<?>, String> WAREHOUSE = Map.ofEntries(
            entry(FieldType.ID, "bigint"),
            entry(FieldType.COUNT, "bigint"),
            entry(FieldType.FLAG, "boolean"),
            entry(FieldType.REAL, "real"),
            entry(FieldType.TIMESTAMP, "timestamp with time zone"),
            entry(FieldType.TEXT, "text"),
            entry(FieldType.TERM, "text"),
            entry(FieldType.LONG_TEXT, "text"),
            entry(FieldType.IDS, "bigint[]"),
            entry(FieldType.TEXTS, "text[]"),
            entry(FieldType.TERMS, "text[]"));

    /** What the warehouse finds out by itself, with its type and meaning. */
    public static final List<List<String>> OF_THE_WAREHOUSE = List.of(
            List.of(
                    "first_seen_at",
                    "timestamp with time zone",
                    "never",
                    "When the post was received for the first time"),
            List.of(
                    "superseded_by",
                    "bigint",
                    "where not given",
                    "Newest known version of the post, where this one was edited; null for the newest. Numbers count newest"
                            + " versions only"));

    @Test
    void namesEveryFieldWithItsTypesAndMeaning() throws IOException {
        String document = Files.readString(FILE);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("hashlake.update-docs")) {
            Files.writeString(FILE, document.substring(0, begin) + table() + document.substring(end));
        } else {
            assertThat(document.substring(begin, end)).isEqualTo(table());
        }
    }

    @Test
    void noNameIsGivenTwiceAndEveryMeaningIsSaid() {
        assertThat(TweetFields.ALL).extracting(Field::name).doesNotHaveDuplicates();
        assertThat(TweetFields.ALL).extracting(Field::meaning).allSatisfy(meaning -> assertThat(meaning)
                .isNotBlank());
    }

    private static String table() {
        return "| column | lake | warehouse | null | meaning |\n| --- | --- | --- | --- | --- |\n"
                + TweetFields.ALL.stream().map(ColumnsDocumentTest::row).collect(Collectors.joining())
                + OF_THE_WAREHOUSE.stream()
                        .map(column -> "| `%s` |  | %s | %s | %s |\n".formatted(column.toArray()))
                        .collect(Collectors.joining());
    }

    private static String row(Field<Tweet, ?> field) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        field.name(),
                        LAKE.get(field.type()),
                        field.inLakeAlone() ? "" : WAREHOUSE.get(field.type()),
                        field.optional() ? "where not given" : "never",
                        field.meaning());
    }
}
